"""The sound of audio files: frame for frame what the mixer plays."""

import wave
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile

from leanbreath.routine.library import Library, bundled_folder
from leanbreath.score.compose import compose
from leanbreath.score.edit import with_timed_waits
from leanbreath.score.score import RATE
from leanbreath.sound.mixer import mix_score
from tests.export.making import BANK, bundled_score, render_to, short_score
from tests.routine.snippets import routine_of, value_of

LIBRARY = Library((bundled_folder("drills"),))
WAITING = '  - {drill: march, time: 6s}\n  - {wait: "Find clear ground."}\n  - {drill: head-glide, reps: 2 @ 3s}\n'


def test_a_wav_file_holds_the_frames_of_the_mixer_bit_for_bit(tmp_path: Path) -> None:
    score = bundled_score("desk-reset-4")
    render_to(score, tmp_path / "x.wav")
    with wave.open(str(tmp_path / "x.wav")) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 2, 2)
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, 2)
    mixed = mix_score(score, BANK, 0, score.total + BANK.tail)
    assert np.array_equal(samples, np.rint(mixed * 32_768).astype("<i2"))


def test_a_flac_file_decodes_to_the_same_frames(tmp_path: Path) -> None:
    for suffix in (".wav", ".flac"):
        render_to(short_score(), tmp_path / f"x{suffix}")
    wav, flac = (soundfile.read(tmp_path / f"x{suffix}", dtype="int16")[0] for suffix in (".wav", ".flac"))
    assert np.array_equal(wav, flac)


@pytest.mark.parametrize("name", sorted(LIBRARY.routine_files))
def test_no_bundled_routine_is_clipped(name: str) -> None:
    score = bundled_score(name)
    peaks = (np.abs(mix_score(score, BANK, first, RATE)).max() for first in range(0, score.total, RATE))
    assert max(peaks) < 1.0


@pytest.mark.parametrize("suffix", [".mp3", ".ogg", ".opus"])
def test_a_lossy_file_keeps_length_and_loudness(tmp_path: Path, suffix: str) -> None:
    render_to(short_score(), tmp_path / f"x{suffix}")
    render_to(short_score(), tmp_path / "x.wav")
    lossy, exact = (soundfile.read(tmp_path / f"x{each}")[0] for each in (suffix, ".wav"))
    assert abs(len(lossy) - len(exact)) < RATE / 10
    energies = [float(np.sqrt(np.mean(each**2))) for each in (lossy, exact)]
    assert energies[0] == pytest.approx(energies[1], rel=0.1)


def test_a_wait_lasts_as_long_as_requested() -> None:
    score = with_timed_waits(compose(value_of(routine_of(WAITING))), Fraction(7))
    (wait,) = [segment for segment in score.segments if segment.kind == "wait"]
    assert wait.end - wait.start == 7 * RATE and score.total == 19 * RATE
    assert [cue.say for cue in score.cues if cue.at == wait.start and cue.say] == ["Find clear ground."]
