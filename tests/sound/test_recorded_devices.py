"""Devices that die, hang, return, are unplugged, named or asleep, recorded at a sound server."""

import signal
import subprocess
import sys

import numpy as np
import pytest

from leanbreath.score.score import RATE
from tests.sound.recording import brief, command, loud
from tests.terminal import ROOT, Terminal

pytestmark = pytest.mark.sound_server

LONG = "routine: long\ntitle: Long\nsteps:\n  - {title: Breathe, breath: 2-0-2-0 x 20}\n"


def begun(folder, server, *options) -> Terminal:
    """Start a session and wait until it plays."""
    (folder / "long.yaml").write_text(LONG)
    terminal = Terminal(command(folder / "long.yaml", *options), server.environment)
    terminal.wait_for("Breathe in" if "--plain" in options else "BREATHE IN", 30)
    return terminal


def test_a_server_that_dies_and_returns_neither_ends_nor_delays_the_session(tmp_path, server):
    terminal = begun(tmp_path, server)
    server.stop()
    terminal.wait_for("The sound was lost. The session continues; looking for a device.", 20)
    server.start()
    recording = server.record()
    terminal.wait_for("The sound is back.", 20)
    terminal.wait_for("breath 9 of 20", 60)
    terminal.send("\x03")
    assert terminal.end() == 130
    assert len(loud(recording.stop())) > RATE
    assert "underruns 0, times lost 1" in server.log()


def test_without_a_server_at_the_start_the_sound_begins_when_there_is_one(tmp_path, server):
    server.stop()
    terminal = Terminal(command(brief(tmp_path)), server.environment)
    terminal.wait_for("No sound: no sound device was found. The session runs without it.", 20)
    server.start()
    recording = server.record()
    terminal.wait_for("The sound is back.", 20)
    terminal.wait_for("BREATHE IN", 30)
    terminal.send("\x03")
    assert terminal.end() == 130
    assert len(loud(recording.stop())) > RATE / 2


def test_when_a_device_is_unplugged_the_remaining_one_plays(tmp_path, server):
    usb = server.add_sink("usb")
    terminal = Terminal(command(brief(tmp_path)), server.environment)
    terminal.wait_for("HOLD STILL", 30)
    recording = server.record()
    server.control("unload-module", usb)
    terminal.wait_for("BREATHE OUT", 30)
    terminal.send("\x03")
    assert terminal.end() == 130
    assert len(loud(recording.stop())) > RATE / 2


def test_the_sound_follows_when_another_device_becomes_the_default(tmp_path, server):
    terminal = Terminal(command(brief(tmp_path)), server.environment)
    terminal.wait_for("HOLD STILL", 30)
    server.add_sink("usb")
    recording = server.record("usb")
    terminal.wait_for("BREATHE OUT", 30)
    terminal.send("\x03")
    assert terminal.end() == 130
    assert len(loud(recording.stop())) > RATE / 2


def test_while_a_server_hangs_time_and_keys_go_on_and_the_sound_soon_returns(tmp_path, server):
    terminal = begun(tmp_path, server)
    server.hang()
    terminal.wait_for("The sound was lost. The session continues; looking for a device.", 10)
    terminal.wait_for("breath 4 of 20", 20)
    terminal.send(" ")
    terminal.wait_for("Press space to resume.", 2)
    terminal.send(" ")
    terminal.wait_for("breath 5 of 20", 20)
    server.resume()
    recording = server.record()
    terminal.wait_for("The sound is back.", 3)
    terminal.wait_for("breath 7 of 20", 20)
    terminal.send("\x03")
    assert terminal.end() == 130
    assert len(loud(recording.stop())) > RATE


@pytest.mark.parametrize("lost", [True, False], ids=["once it is known", "at once"])
@pytest.mark.parametrize("plain", [True, False], ids=["lines", "screen"])
def test_the_runner_can_leave_while_a_server_hangs(tmp_path, server, plain, lost):
    terminal = begun(tmp_path, server, *["--plain"] * plain)
    server.hang()
    if lost:
        terminal.wait_for("The sound was lost", 10)
    terminal.send("q")
    terminal.wait_for("End the session?", 3)
    terminal.send("y")
    if not plain:
        terminal.wait_for("How hard was it?", 3)
        terminal.send("q")
    assert terminal.end(4) == 0
    assert "Long: 0:" in terminal.text().split("\x1b[?1049l")[-1]


def test_a_session_begins_while_a_server_hangs(tmp_path, server):
    server.hang()
    terminal = Terminal(command(brief(tmp_path), "--no-voice"), server.environment)
    terminal.wait_for("No sound: the sound system isn't responding. The session runs without it.", 20)
    terminal.wait_for("HOLD STILL", 20)
    server.resume()
    recording = server.record()
    terminal.wait_for("The sound is back.", 5)
    terminal.wait_for("BREATHE OUT", 30)
    terminal.send("\x03")
    assert terminal.end() == 130
    assert len(loud(recording.stop())) > RATE / 2


def test_doctor_reports_a_server_that_hangs(server):
    server.hang()
    doctor = [sys.executable, "-m", "leanbreath", "doctor"]
    done = subprocess.run(doctor, env=server.environment, cwd=ROOT, capture_output=True, text=True, timeout=30)
    assert done.returncode == 1
    assert "miniaudio    the sound system isn't responding" in done.stdout
    assert "nothing can be played: the sound system isn't responding; start a sound server" in done.stderr


def test_a_program_that_misses_its_blocks_counts_an_underrun_and_plays_on(tmp_path, server):
    terminal = begun(tmp_path, server, "--plain")
    recording = server.record()
    terminal.wait_for(lambda: recording.arrivals)
    terminal.signal(signal.SIGSTOP)
    stopped = recording.arrivals[-1][1]
    terminal.wait_for(lambda: recording.arrivals[-1][1] > stopped + 1.5 * RATE)
    terminal.signal(signal.SIGCONT)
    terminal.wait_for(lambda: recording.arrivals[-1][1] > stopped + 7 * RATE)
    terminal.send("\x03")
    assert terminal.end() == 130
    assert len(loud(recording.stop()[stopped + 3 * RATE :])) > RATE / 2
    assert "underruns 1, times lost 0" in server.log()


def test_a_headset_is_kept_awake_during_a_pause(tmp_path, pulseaudio):
    recording = pulseaudio.record()
    terminal = begun(tmp_path, pulseaudio, "--no-voice")
    terminal.send(" ")
    terminal.wait_for("Press space to resume.")
    paused = recording.arrivals[-1][1]
    terminal.wait_for(lambda: recording.arrivals[-1][1] > paused + 5 * RATE)
    terminal.send("\x03")
    assert terminal.end() == 130
    samples = np.abs(recording.stop()[paused + 3 * RATE : paused + 5 * RATE].astype(int))
    assert set(samples.ravel()) == {0, 1} and np.mean(samples) > 0.5


def test_the_named_device_plays(tmp_path, server):
    server.add_sink("named", description="Headset")
    server.add_sink("other")
    recording = server.record("named")
    terminal = Terminal(command(brief(tmp_path), "--device", "headse"), server.environment)
    terminal.wait_for("HOLD STILL", 30)
    terminal.send("\x03")
    assert terminal.end() == 130
    assert len(loud(recording.stop())) > RATE / 2


def test_a_sleeping_headset_is_woken_with_near_silence_before_the_first_cue(tmp_path, pulseaudio):
    (pulseaudio.folder / "leanbreath").mkdir()
    (pulseaudio.folder / "leanbreath" / "settings.yaml").write_text("sound: {pre-roll: 2s}\n")
    recording = pulseaudio.record()
    terminal = Terminal(command(brief(tmp_path), "--no-voice"), pulseaudio.environment)
    terminal.wait_for("HOLD STILL", 30)
    terminal.send("\x03")
    terminal.end()
    samples = np.abs(recording.stop().astype(int)).max(axis=1)
    first, cue = int(np.argmax(samples > 0)), int(np.argmax(samples > 1))
    assert cue - first > 2 * RATE
    pre_roll = samples[first : first + 2 * RATE]
    assert set(pre_roll) == {0, 1} and np.mean(pre_roll) > 0.5
