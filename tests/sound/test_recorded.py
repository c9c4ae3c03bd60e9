"""What is really played: recorded at the monitor of a sound server, against the mixer's own output."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from leanbreath.cli.hearing import heard
from leanbreath.routine.library import Library, bundled
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE, Score
from leanbreath.session.session import COUNT_IN_SECONDS
from leanbreath.session.timeline import Timeline
from leanbreath.settings import Hearing
from leanbreath.sound.form import VoiceForm
from leanbreath.sound.mix import mix
from leanbreath.sound.pack import load
from leanbreath.sound.pcm import sixteen_bits
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


def played(score: Score, count: int, hearing: Hearing) -> np.ndarray:
    """Return what the mixer gives for the score after its count-in, as signed 16-bit numbers."""
    made = heard(score, hearing)
    timeline = Timeline(()).count_in(0, made.score, 0, COUNT_IN_SECONDS)
    return sixteen_bits(mix(timeline.takes(0, count, made.kit.ring), made.kit, 0, count))


def stretches(samples: np.ndarray, meant: np.ndarray) -> list[int]:
    """Return how far into the recording each tenth of a second lies that can be told from others; all must be found."""
    found: list[int] = []
    wide = samples[:, 0].astype(float)
    for first in range(0, len(meant) - RATE // 10, RATE // 2):
        window = meant[first : first + RATE // 10, 0]
        if np.abs(window).max() < 500 or first + RATE > len(samples):
            continue
        places = [first + shift for shift in dict.fromkeys(found)] or range(0)
        if any(np.array_equal(samples[at : at + len(window), 0], window) for at in places):
            continue
        near = max(first + (found[-1] if found else 0) - RATE // 4, 0)
        part = wide[near : near + (RATE if found else 20 * RATE)]
        size = len(part) + len(window)
        match = np.fft.irfft(np.fft.rfft(part, size) * np.conj(np.fft.rfft(window, size)), size)
        at = near + int(match[: len(part) - len(window)].argmax())
        assert np.array_equal(samples[at : at + len(window), 0], window), first / RATE
        found.append(at - first)
    return found


def from_first_sound(samples: np.ndarray) -> np.ndarray:
    """Return the samples from the first that is more than the near-silence that wakes a headset."""
    return samples[int(np.argmax(np.abs(samples.astype(int)).max(axis=1) > 1)) :]


def command(path: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "leanbreath", "run", str(path), *options]


@pytest.mark.parametrize(
    ("plain", "hearing"),
    [
        (True, Hearing()),
        (False, Hearing()),
        (True, Hearing(pack="night", cues="sparse", balance=-6)),
        (True, Hearing(voice=VoiceForm(engine="off"), glide=False)),
    ],
    ids=["plain", "screen", "night", "tones"],
)
def test_every_sample_of_a_session_is_played_as_it_was_mixed(tmp_path, server, monkeypatch, plain, hearing):
    path = brief(tmp_path)
    score = compose(Library((bundled("drills"),)).file(path).value)
    settings(server, hearing)
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
    monkeypatch.setenv("XDG_CACHE_HOME", str(server.folder))  # a voice does not say a line twice in the same way
    meant = from_first_sound(played(score, score.total + 7 * RATE, hearing))
    recorded = from_first_sound(recording.stop())[: len(meant)]
    assert np.array_equal(recorded, meant[: len(recorded)])
    assert len(recorded) > score.total


def settings(server: SoundServer, hearing: Hearing) -> None:
    """Write what is to be heard into the settings of the program that the server is for."""
    folder = server.folder / "leanbreath"
    folder.mkdir()
    voice, glide = hearing.voice.engine, str(hearing.glide).lower()
    own = f"pack: {hearing.pack}, cues: {hearing.cues}, voice: {voice}, balance: {hearing.balance}, glide: {glide}"
    (folder / "settings.yaml").write_text(f"sound: {{{own}}}\n")


def test_a_pause_is_silent_and_a_re_entry_counts_three_two_one(tmp_path, server):
    path = brief(tmp_path)
    recording = server.record()
    terminal = Terminal(command(path, "--no-voice"), server.environment)
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
    meant = sixteen_bits(sound)[:, 0].astype(int)
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
    heard_at = loud(recording.stop())
    assert len(heard_at) and heard_at[0] > COUNT_IN_SECONDS + 8


@pytest.fixture
def alsa(server) -> SoundServer:
    """Return a server that programs which know ALSA alone find too."""
    (server.folder / ".asoundrc").write_text("pcm.!default { type pulse }\nctl.!default { type pulse }\n")
    return server


def test_simpleaudio_plays_exact_stretches_that_begin_in_time(tmp_path, alsa, monkeypatch):
    path = brief(tmp_path)
    score = compose(Library((bundled("drills"),)).file(path).value)
    recording = alsa.record()
    options = ("--plain", "--output", "simpleaudio")
    subprocess.run(command(path, *options), env=alsa.environment, cwd=ROOT, stdin=subprocess.DEVNULL, check=True)
    monkeypatch.setenv("XDG_CACHE_HOME", str(alsa.folder))
    starts = stretches(recording.stop(), played(score, score.total + 6 * RATE, Hearing()))
    assert starts and max(starts) - min(starts) <= RATE // 100


def test_simpleaudio_pauses_and_goes_on(tmp_path, alsa):
    recording = alsa.record()
    terminal = Terminal(command(brief(tmp_path), "--output", "simpleaudio", "--no-voice"), alsa.environment)
    terminal.wait_for("0:07 left", 30)
    terminal.send(" ")
    terminal.wait_for("PAUSED")
    paused = recording.arrivals[-1][1]
    terminal.wait_for(lambda: recording.arrivals[-1][1] > paused + 3 * RATE)
    terminal.send(" ")
    terminal.wait_for("HOLD STILL", 30)
    terminal.send("\x03")
    assert terminal.end() == 130
    samples = recording.stop()
    assert not loud(samples[paused + RATE // 2 : paused + 2 * RATE]).size
    assert len(loud(samples[paused + 3 * RATE :]))


def test_simpleaudio_loses_its_server_and_finds_it_again(tmp_path, alsa):
    path = tmp_path / "long.yaml"
    path.write_text("routine: long\ntitle: Long\nsteps:\n  - {title: Breathe, breath: 2-0-2-0 x 20}\n")
    terminal = Terminal(command(path, "--output", "simpleaudio"), alsa.environment)
    terminal.wait_for("BREATHE IN", 30)
    alsa.stop()
    terminal.wait_for("The sound was lost; going on without it, and looking for it.", 20)
    alsa.start()
    recording = alsa.record()
    terminal.wait_for("The sound is back.", 20)
    terminal.wait_for("breath 9 of 20", 60)
    terminal.send("\x03")
    assert terminal.end() == 130
    assert len(loud(recording.stop())) > RATE


def loud(samples: np.ndarray) -> np.ndarray:
    """Return the seconds in which something can be heard."""
    return np.flatnonzero(np.abs(samples.astype(int)).max(axis=1) > 100) / RATE


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
