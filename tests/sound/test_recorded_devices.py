"""Devices that die, come back, are pulled out, are named, or sleep: recorded at a sound server."""

import numpy as np
import pytest

from leanbreath.score.score import RATE
from tests.sound.recording import brief, command, loud
from tests.terminal import Terminal

pytestmark = pytest.mark.sound_server


def test_a_server_that_dies_and_comes_back_neither_ends_nor_delays_the_session(tmp_path, server):
    path = tmp_path / "long.yaml"
    path.write_text("routine: long\ntitle: Long\nsteps:\n  - {title: Breathe, breath: 2-0-2-0 x 20}\n")
    terminal = Terminal(command(path), server.environment)
    terminal.wait_for("BREATHE IN", 30)
    server.stop()
    terminal.wait_for("The sound was lost; going on without it, and looking for it.", 20)
    server.start()
    recording = server.record()
    terminal.wait_for("The sound is back.", 20)
    terminal.wait_for("breath 9 of 20", 60)
    terminal.send("\x03")
    assert terminal.end() == 130
    assert len(loud(recording.stop())) > RATE
    assert "0 underruns, lost 1 times" in (server.folder / "leanbreath" / "log" / "leanbreath.log").read_text()


def test_without_a_server_at_the_start_the_sound_comes_when_one_does(tmp_path, server):
    server.stop()
    terminal = Terminal(command(brief(tmp_path)), server.environment)
    terminal.wait_for("No sound: no sound device was found. The session runs without.", 20)
    server.start()
    recording = server.record()
    terminal.wait_for("The sound is back.", 20)
    terminal.wait_for("BREATHE IN", 30)
    terminal.send("\x03")
    assert terminal.end() == 130
    assert len(loud(recording.stop())) > RATE / 2


def test_a_device_that_is_pulled_out_leads_to_the_one_that_is_left(tmp_path, server):
    usb = server.control("load-module", "module-null-sink", "sink_name=usb", f"rate={RATE}")
    server.control("set-default-sink", "usb")
    terminal = Terminal(command(brief(tmp_path)), server.environment)
    terminal.wait_for("HOLD STILL", 30)
    recording = server.record()
    server.control("unload-module", usb)
    terminal.wait_for("BREATHE OUT", 30)
    terminal.send("\x03")
    assert terminal.end() == 130
    assert len(loud(recording.stop())) > RATE / 2


def test_the_sound_goes_to_the_device_that_is_named(tmp_path, server):
    server.control("load-module", "module-null-sink", "sink_name=other", "sink_properties=device.description=Other")
    server.control("set-default-sink", "other")
    recording = server.record()
    terminal = Terminal(command(brief(tmp_path), "--device", "null out"), server.environment)
    terminal.wait_for("HOLD STILL", 30)
    terminal.send("\x03")
    assert terminal.end() == 130
    assert len(loud(recording.stop())) > RATE / 2


def test_before_the_first_cue_a_sleeping_headset_is_woken_with_near_silence(tmp_path, server):
    (server.folder / "leanbreath").mkdir()
    (server.folder / "leanbreath" / "settings.yaml").write_text("sound: {pre-roll: 2s}\n")
    recording = server.record()
    terminal = Terminal(command(brief(tmp_path), "--no-voice"), server.environment)
    terminal.wait_for("HOLD STILL", 30)
    terminal.send("\x03")
    terminal.end()
    samples = np.abs(recording.stop().astype(int)).max(axis=1)
    first, cue = int(np.argmax(samples > 0)), int(np.argmax(samples > 1))
    assert cue - first > 2 * RATE
    whisper = samples[first : first + 2 * RATE]
    assert set(whisper) == {0, 1} and np.mean(whisper) > 0.5
