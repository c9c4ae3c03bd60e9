"""The bundled sounds: made by the code bit for bit, without clicks, each one told from the others by ear."""

from functools import cache
from itertools import combinations
from typing import get_args

import numpy as np
import pyloudnorm
import pytest

from leanbreath.routine.library import bundled_folder
from leanbreath.score.score import RATE, Sound
from leanbreath.sound.headroom import with_headroom
from leanbreath.sound.mixer import mix_score
from leanbreath.sound.pack import Pack, load_pack
from leanbreath.sound.synth.__main__ import main
from leanbreath.sound.synth.tones import bell, edged, glide, seconds
from tests.score.making import NAMES, timed_score

CUES = get_args(Sound)
PACKS = ("warm", "bright", "night")
SHORTEST = ("desk-reset-4",)
EVERY = [(pack, cue) for pack in PACKS for cue in CUES]


@cache
def pack(name: str) -> Pack:
    return load_pack(bundled_folder("sounds") / name)


@cache
def written(name: str, cue: str) -> np.ndarray:
    """Return a sound as its file has it, at its own level."""
    return pack(name).tones[cue] / np.float32(10 ** (pack(name).form.gain / 20))


def pitch(sound: np.ndarray, first: float, last: float) -> float:
    """Return the strongest pitch in some seconds of a sound, in Hz."""
    piece = sound[round(first * RATE) : round(last * RATE)].sum(axis=-1)
    strength = np.abs(np.fft.rfft(piece * np.hanning(len(piece)), 4 * RATE))
    return float(strength.argmax()) / 4


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sounds")
    main(folder)
    return folder


@pytest.mark.parametrize(("name", "cue"), EVERY)
def test_the_code_reproduces_the_bundled_file_bit_for_bit(name, cue, made):
    shipped = bundled_folder("sounds") / name / f"{cue}.wav"
    assert (made / name / f"{cue}.wav").read_bytes() == shipped.read_bytes()


@pytest.mark.parametrize("name", PACKS)
def test_there_is_a_sound_for_each_cue_and_no_other(name, made):
    assert {path.stem for path in (bundled_folder("sounds") / name).glob("*.wav")} == set(CUES) == set(pack(name).tones)
    assert sorted(path.name for path in made.iterdir()) == sorted(PACKS)


@pytest.mark.parametrize(("name", "cue"), EVERY)
def test_each_sound_begins_and_ends_without_a_click(name, cue):
    sound = written(name, cue)
    peak = np.abs(sound).max()
    assert np.abs(sound[0]).max() < 0.01 * peak and np.abs(sound[-1]).max() < 0.01 * peak
    assert np.abs(np.diff(sound[:3], axis=0)).max() < 0.05 * peak


@pytest.mark.parametrize(("name", "cue"), EVERY)
def test_each_sound_can_be_heard_and_leaves_room_for_others(name, cue):
    assert 0.1 <= np.abs(written(name, cue)).max() <= 0.5
    assert len(written(name, cue)) <= 2.5 * RATE


@pytest.mark.parametrize("name", PACKS)
def test_the_breath_in_rises_and_the_breath_out_falls(name):
    rising = [pitch(written(name, "inhale"), at, at + 0.15) for at in (0.1, 0.3, 0.5, 0.7)]
    falling = [pitch(written(name, "exhale"), at, at + 0.15) for at in (0.05, 0.25, 0.45, 0.65)]
    assert rising == sorted(rising) and rising[-1] > 1.3 * rising[0]
    assert falling == sorted(falling, reverse=True) and falling[0] > 1.3 * falling[-1]


@pytest.mark.parametrize("name", PACKS)
def test_in_and_out_differ_in_how_they_begin_and_not_in_pitch_alone(name):
    early = {cue: np.abs(written(name, cue)[: RATE // 5]).max() for cue in ("inhale", "exhale")}
    assert early["exhale"] > 1.3 * early["inhale"]


@pytest.mark.parametrize(("name", "ratio"), [("warm", 1), ("bright", 2), ("night", 0.5)])
def test_hold_and_rest_keep_their_pitch_and_differ(name, ratio):
    hold, rest = (pitch(written(name, cue), 0.05, 0.2) for cue in ("hold", "rest"))
    assert hold == pytest.approx(440 * ratio, abs=5) and rest == pytest.approx(293.7 * ratio, abs=5)


@pytest.mark.parametrize(("one", "two"), list(combinations(CUES, 2)))
@pytest.mark.parametrize("name", PACKS)
def test_no_two_sounds_are_alike(name, one, two):
    first, second = written(name, one), written(name, two)
    length = min(len(first), len(second))
    a, b = (sound[:length].astype(float).ravel() for sound in (first, second))
    alike = abs(a @ b) / np.sqrt((a @ a) * (b @ b))
    assert alike < 0.9 or max(len(first), len(second)) > 1.15 * length


@pytest.mark.parametrize("name", PACKS)
def test_left_is_heard_on_the_left_and_right_on_the_right(name):
    loud = {cue: np.abs(written(name, cue)).max(axis=0) for cue in ("left", "right")}
    assert loud["left"][0] > 2 * loud["left"][1] and loud["right"][1] > 2 * loud["right"][0]


@pytest.mark.parametrize(("name", "cue"), [each for each in EVERY if each[1] not in ("left", "right")])
def test_all_other_sounds_are_in_the_middle(name, cue):
    assert np.array_equal(written(name, cue)[:, 0], written(name, cue)[:, 1])


@pytest.mark.parametrize("name", PACKS)
def test_the_end_is_the_longest_and_the_loudest(name):
    longest = max(CUES, key=lambda cue: len(written(name, cue)))
    loudest = max(CUES, key=lambda cue: np.abs(written(name, cue)).max())
    assert (longest, loudest) == ("end", "end")


@pytest.mark.parametrize(
    "routine", [name if name in SHORTEST else pytest.param(name, marks=pytest.mark.slow) for name in NAMES]
)
def test_the_packs_are_equally_loud_by_bs_1770(routine):
    meter, score = pyloudnorm.Meter(RATE), timed_score(routine)
    loud = []
    for name in PACKS:
        bank = with_headroom(pack(name).bank, score)
        assert bank.gain == 1
        loud.append(meter.integrated_loudness(mix_score(score, bank, 0, score.total).astype(float)))
    assert max(loud) - min(loud) <= 1, loud


def test_soft_edges_leave_the_middle_unchanged():
    shaped = edged(np.ones(1000), 100 / RATE, 200 / RATE)
    assert shaped[0] == 0 and shaped[-1] == pytest.approx(0, abs=1e-9)
    assert (shaped[100:800] == 1).all()


def test_a_still_glide_is_a_tone_and_a_bell_dies_away():
    tone = np.stack([glide(440, 440, 0.5, ())] * 2, axis=1)
    assert pitch(tone, 0.1, 0.4) == pytest.approx(440, abs=1)
    struck = np.abs(bell(440, 0.6, 0.1))
    assert struck[: RATE // 10].max() > 3 * struck[3 * RATE // 10 :].max()
    assert len(seconds(0.6)) == len(struck) == 0.6 * RATE
