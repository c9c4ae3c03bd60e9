"""The bundled sounds: made by the code bit for bit, without clicks, each one told from the others by ear."""

from itertools import combinations
from typing import get_args

import numpy as np
import pytest

from leanbreath.routine.library import bundled
from leanbreath.score.score import RATE, Sound
from leanbreath.sound.pack import load
from leanbreath.sound.synth import WARM, bell, edged, glide, main, seconds

FOLDER = bundled("sounds") / "warm"
CUES = get_args(Sound)


@pytest.fixture(scope="module")
def warm():
    return load(FOLDER)


def pitch(sound: np.ndarray, first: float, last: float) -> float:
    """Return the strongest pitch in some seconds of a sound, in Hz."""
    piece = sound[round(first * RATE) : round(last * RATE)].sum(axis=-1)
    strength = np.abs(np.fft.rfft(piece * np.hanning(len(piece)), 4 * RATE))
    return float(strength.argmax()) / 4


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sounds")
    main(folder)
    return folder / "warm"


@pytest.mark.parametrize("cue", CUES)
def test_the_code_makes_the_shipped_file_bit_for_bit(cue, made):
    assert (made / f"{cue}.wav").read_bytes() == (FOLDER / f"{cue}.wav").read_bytes()


def test_there_is_a_sound_for_each_cue_and_no_other(warm):
    assert set(warm) == set(WARM) == set(CUES)
    assert {path.stem for path in FOLDER.glob("*.wav")} == set(CUES)


@pytest.mark.parametrize("cue", CUES)
def test_each_sound_begins_and_ends_without_a_click(cue, warm):
    sound = warm[cue]
    peak = np.abs(sound).max()
    assert np.abs(sound[0]).max() < 0.01 * peak and np.abs(sound[-1]).max() < 0.01 * peak
    assert np.abs(np.diff(sound[:3], axis=0)).max() < 0.05 * peak


@pytest.mark.parametrize("cue", CUES)
def test_each_sound_can_be_heard_and_leaves_room_for_others(cue, warm):
    assert 0.1 <= np.abs(warm[cue]).max() <= 0.5
    assert len(warm[cue]) <= 2.5 * RATE


def test_the_breath_in_rises_and_the_breath_out_falls(warm):
    rising = [pitch(warm["inhale"], at, at + 0.15) for at in (0.1, 0.3, 0.5, 0.7)]
    falling = [pitch(warm["exhale"], at, at + 0.15) for at in (0.05, 0.25, 0.45, 0.65)]
    assert rising == sorted(rising) and rising[-1] > 1.3 * rising[0]
    assert falling == sorted(falling, reverse=True) and falling[0] > 1.3 * falling[-1]


def test_hold_and_pause_keep_their_pitch_and_are_told_apart(warm):
    hold, rest = (pitch(warm[name], 0.05, 0.2) for name in ("hold", "rest"))
    assert hold == pytest.approx(440, abs=5) and rest == pytest.approx(293.7, abs=5)


@pytest.mark.parametrize(("one", "two"), list(combinations(CUES, 2)))
def test_no_two_sounds_are_alike(one, two, warm):
    length = min(len(warm[one]), len(warm[two]))
    a, b = (warm[name][:length].astype(float).ravel() for name in (one, two))
    alike = abs(a @ b) / np.sqrt((a @ a) * (b @ b))
    assert alike < 0.9 or max(len(warm[one]), len(warm[two])) > 1.15 * length


def test_left_is_heard_on_the_left_and_right_on_the_right(warm):
    loud = {name: np.abs(warm[name]).max(axis=0) for name in ("left", "right")}
    assert loud["left"][0] > 2 * loud["left"][1] and loud["right"][1] > 2 * loud["right"][0]


@pytest.mark.parametrize("cue", sorted(set(CUES) - {"left", "right"}))
def test_all_other_sounds_lie_in_the_middle(cue, warm):
    assert np.array_equal(warm[cue][:, 0], warm[cue][:, 1])


def test_edges_take_nothing_from_the_middle():
    shaped = edged(np.ones(1000), 100 / RATE, 200 / RATE)
    assert shaped[0] == 0 and shaped[-1] == pytest.approx(0, abs=1e-9)
    assert (shaped[100:800] == 1).all()


def test_a_glide_that_does_not_move_is_a_tone_and_a_bell_dies_away():
    tone = np.stack([glide(440, 440, 0.5, ())] * 2, axis=1)
    assert pitch(tone, 0.1, 0.4) == pytest.approx(440, abs=1)
    struck = np.abs(bell(440, 0.6, 0.1))
    assert struck[: RATE // 10].max() > 3 * struck[3 * RATE // 10 :].max()
    assert len(seconds(0.6)) == len(struck) == 0.6 * RATE
