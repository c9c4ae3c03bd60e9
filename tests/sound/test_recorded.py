"""What is really played: recorded at the monitor of a sound server, against the mixer's own output."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from leanbreath.cli.folders import bundled
from leanbreath.routine.library import Library
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE, Score
from leanbreath.session.session import COUNT_IN_SECONDS
from leanbreath.session.timeline import Timeline
from leanbreath.sound.mix import mix
from leanbreath.sound.pack import load
from tests.soundserver import SoundServer, sound_server
from tests.terminal import ROOT, Terminal

pytestmark = pytest.mark.sound_server

BRIEF = """\
routine: brief
title: Brief
steps:
  - {title: Stand, hold: 8s, sides: each, switch: 4s}
  - {title: Breathe, breath: 2-1-2-0 x 2}
  - {title: Rock, reps: 4 @ 1s}
"""


@pytest.fixture
def server() -> Iterator[SoundServer]:
    with sound_server() as running:
        yield running


def brief(folder: Path) -> Path:
    path = folder / "brief.yaml"
    path.write_text(BRIEF)
    return path


def played(score: Score, count: int) -> np.ndarray:
    """Return what the mixer gives for the score after its count-in, as signed 16-bit numbers."""
    kit = load(bundled("sounds") / "warm").kit
    timeline = Timeline(()).count_in(0, score, 0, COUNT_IN_SECONDS)
    mixed = mix(timeline.takes(0, count, kit.ring), kit, 0, count)
    return np.rint(mixed * 32768).astype("<i2")


def from_first_sound(samples: np.ndarray) -> np.ndarray:
    return samples[int(np.argmax(np.any(samples != 0, axis=1))) :]


def command(path: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "leanbreath", "run", str(path), *options]


@pytest.mark.parametrize("plain", [True, False])
def test_every_sample_of_a_session_is_played_as_it_was_mixed(tmp_path, server, plain):
    path = brief(tmp_path)
    score = compose(Library((bundled("drills"),)).file(path).value)
    recording = server.record()
    if plain:
        subprocess.run(command(path, "--plain"), env=server.environment, cwd=ROOT, stdin=subprocess.DEVNULL, check=True)
    else:
        terminal = Terminal(command(path), server.environment, 120, 40)
        terminal.wait_for("Brief: 0:34 of 0:34 done.", 60)
        ended = recording.arrivals[-1][1]
        terminal.wait_for(lambda: recording.arrivals[-1][1] > ended + 4 * RATE)
        terminal.send("q")
        assert terminal.end() == 0
    meant = from_first_sound(played(score, score.total + 7 * RATE))
    heard = from_first_sound(recording.stop())[: len(meant)]
    assert np.array_equal(heard, meant[: len(heard)])
    assert len(heard) > score.total


def test_a_pause_is_silent_and_a_re_entry_counts_three_two_one(tmp_path, server):
    path = brief(tmp_path)
    recording = server.record()
    terminal = Terminal(command(path), server.environment)
    terminal.wait_for("0:07 left", 30)
    terminal.send(" ")
    terminal.wait_for("PAUSED")
    terminal.send(" ")
    terminal.wait_for("HOLD STILL", 30)
    terminal.send("\x03")
    assert terminal.end() == 130
    ticks = onsets(recording.stop(), load(bundled("sounds") / "warm").tones["tick"])
    gaps = np.round(np.diff(ticks) / RATE, 3)
    assert list(gaps[:2]) == [1.0, 1.0] and list(gaps[3:5]) == [1.0, 1.0]


def onsets(samples: np.ndarray, sound: np.ndarray) -> list[int]:
    """Return the frames at which a sound begins, by comparing sample for sample."""
    meant = np.rint(sound[:, 0] * 32768).astype(int)
    loud = int(np.argmax(np.abs(meant)))
    places = np.flatnonzero(samples[:, 0] == meant[loud]) - loud
    return [
        int(at)
        for at in places
        if at >= 0 and np.array_equal(samples[at : at + len(meant), 0], meant[: len(samples) - at])
    ]


def test_mute_silences_what_is_played_and_brings_it_back(tmp_path, server):
    recording = server.record()
    terminal = Terminal(command(brief(tmp_path), "--mute"), server.environment)
    terminal.wait_for("BREATHE IN", 40)
    terminal.send("m")
    terminal.wait_for("BREATHE OUT", 20)
    terminal.wait_for("Rock", 20)
    terminal.send("\x03")
    terminal.end()
    loud = np.flatnonzero(np.abs(recording.stop().astype(int)).max(axis=1) > 100) / RATE
    assert len(loud) and loud[0] > COUNT_IN_SECONDS + 8


def test_a_server_that_dies_does_not_end_the_session(tmp_path, server):
    terminal = Terminal(command(brief(tmp_path)), server.environment)
    terminal.wait_for("HOLD STILL", 30)
    server.stop()
    terminal.wait_for("The sound was lost; going on without it.", 20)
    terminal.wait_for("BREATHE IN", 30)
    terminal.send("\x03")
    assert terminal.end() == 130
