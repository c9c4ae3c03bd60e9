"""What simpleaudio plays, recorded at a sound server: chunks, each exact to the sample."""

import subprocess

import numpy as np
import pytest

from leanbreath.routine.library import Library, bundled_folder
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from leanbreath.userdata.settings import SoundSettings
from tests.sound.recording import brief, chunk_offsets, command, loud, played
from tests.terminal import ROOT, Terminal

pytestmark = pytest.mark.sound_server


def test_simpleaudio_plays_exact_chunks_that_begin_in_time(tmp_path, alsa, monkeypatch):
    path = brief(tmp_path)
    score = compose(Library((bundled_folder("drills"),)).routine_at(path).value)
    monkeypatch.setenv("XDG_CACHE_HOME", str(alsa.folder))  # with every line there, no line joins in late
    meant = played(score, score.total + 15 * RATE, SoundSettings())
    recording = alsa.record()
    options = ("--plain", "--output", "simpleaudio")
    subprocess.run(command(path, *options), env=alsa.environment, cwd=ROOT, stdin=subprocess.DEVNULL, check=True)
    starts = chunk_offsets(recording.stop(), meant)
    assert starts and max(starts) - min(starts) <= RATE // 100


def test_simpleaudio_pauses_and_resumes(tmp_path, alsa):
    recording = alsa.record()
    terminal = Terminal(command(brief(tmp_path), "--output", "simpleaudio", "--no-voice"), alsa.environment)
    terminal.wait_for("HOLD STILL", 30)
    terminal.send(" ")
    terminal.wait_for("Press space to resume.")
    paused = recording.arrivals[-1][1]
    terminal.wait_for(lambda: recording.arrivals[-1][1] > paused + 3 * RATE)
    terminal.send(" ")
    terminal.wait_for("HOLD STILL", 30)
    terminal.send("\x03")
    assert terminal.end() == 130
    samples = recording.stop()
    assert not loud(samples[paused + RATE // 2 : paused + 2 * RATE]).size
    assert np.mean(np.abs(samples[paused + RATE : paused + 3 * RATE].astype(int)) == 1) > 0.5  # a headset stays awake
    assert len(loud(samples[paused + 3 * RATE :]))


def test_simpleaudio_loses_its_server_and_finds_it_again(tmp_path, alsa):
    path = tmp_path / "long.yaml"
    path.write_text("routine: long\ntitle: Long\nsteps:\n  - {title: Breathe, breath: 2-0-2-0 x 20}\n")
    terminal = Terminal(command(path, "--output", "simpleaudio"), alsa.environment)
    terminal.wait_for("BREATHE IN", 30)
    alsa.stop()
    terminal.wait_for("The sound was lost. The session continues; looking for a device.", 20)
    alsa.start()
    recording = alsa.record()
    terminal.wait_for("The sound is back.", 20)
    terminal.wait_for("breath 9 of 20", 60)
    terminal.send("\x03")
    assert terminal.end() == 130
    assert len(loud(recording.stop())) > RATE
