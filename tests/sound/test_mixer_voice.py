"""Glides, words and ducking: where the pacer is, what is said at which density, and nothing broken off with a click."""

from dataclasses import replace
from itertools import count, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.score.arrange import arrange
from leanbreath.score.compose import compose
from leanbreath.score.region import Region
from leanbreath.score.score import RATE, Cue, Line, Score, Segment
from leanbreath.score.speech import score_texts
from leanbreath.sound.mixer import mix, mix_score
from leanbreath.sound.pack_file import GlideForm
from leanbreath.sound.sound_bank import SoundBank
from tests.score.making import frame, routine, score, second, step, work
from tests.sound.noises import NOISES
from tests.strategies import fewer, routines

BREATHS = score(step("Breathe", "breath", "4-1-6-1 x 3"), step("Walk", "cadence", "172 for 20s"))
LINES = {line: np.full(length, 9_999, np.int16) for line, length in zip(score_texts(BREATHS), count(30_000, 7_001))}
FULL = SoundBank(NOISES, {"inhale": GlideForm(low=150, high=220), "exhale": GlideForm(low=150, high=220)}, LINES)


@fewer
@given(
    routines(), st.integers(-RATE, 5 * RATE), st.lists(st.integers(0, 2 * RATE), min_size=1, max_size=9), st.randoms()
)
def test_with_voice_glide_and_ducking_too_any_split_equals_the_whole(routine, first, counts, random):
    made = compose(routine)
    spoken = {line: np.full(random.randint(1, 99_999), 9_999, np.int16) for line in score_texts(made)}
    made = arrange(made, {line: len(clip) for line, clip in spoken.items()})
    bank = replace(FULL, speech=spoken, gain=np.float32(0.7))
    edges = [first + sum(counts[:number]) for number in range(len(counts) + 1)]
    blocks = [mix_score(made, bank, a, b - a) for a, b in pairwise(edges)]
    assert np.concatenate(blocks).tobytes() == mix_score(made, bank, first, sum(counts)).tobytes()


def rms(block: np.ndarray) -> float:
    return float(np.sqrt(np.mean(np.square(block, dtype=float))))


def glided(first: float, last: float, bank: SoundBank = FULL) -> np.ndarray:
    """Return some seconds of the breaths with their glides alone."""
    alone = replace(bank, tones=dict.fromkeys(NOISES, np.zeros((1, 2), np.float32)), speech={})
    return mix_score(BREATHS, alone, frame(first), frame(last) - frame(first))


def pitch(block: np.ndarray) -> float:
    strength = np.abs(np.fft.rfft(block[:, 0] * np.hanning(len(block)), 4 * RATE))
    return float(strength.argmax()) / 4


@pytest.mark.parametrize(("at", "expected"), [(0.7, 154.9), (2.0, 185.0), (3.3, 215.1), (5.5, 218.8), (10.5, 151.2)])
def test_the_pitch_of_a_glide_is_where_the_pacer_is(at, expected):
    # between 150 and 220 Hz, by half a cosine over 4 s in and 6 s out
    assert pitch(glided(at - 0.1, at + 0.1)) == pytest.approx(expected, abs=2.5)


@pytest.mark.parametrize(("first", "last"), [(4.0, 5.0), (11.0, 12.0), (36.1, 56)])
def test_holds_and_steps_are_quiet(first, last):
    assert not glided(first, last).any()


def test_the_breath_is_louder_the_further_it_is_in():
    soft, loud = rms(glided(0.5, 0.8)), rms(glided(3.2, 3.5))
    assert 1.8 < loud / soft < 3


def test_a_glide_has_no_click_in_it_or_at_its_edges():
    steps = np.abs(np.diff(glided(0, 36)[:, 0], axis=0))
    assert steps.max() < 1.2 * 10 ** (-26 / 20) * 2 * np.pi * 220 / RATE


@pytest.mark.parametrize(("side", "louder"), [("left", 0), ("right", 1)])
def test_the_breath_of_a_side_is_heard_on_that_side(side, louder):
    sided = score(step("Breathe", "breath", "4-0-4-0 x 1", sides=side))
    alone = replace(FULL, tones=dict.fromkeys(NOISES, np.zeros((1, 2), np.float32)), speech={})
    block = np.abs(mix_score(sided, alone, 0, 4 * RATE)).max(axis=0)
    assert block[louder] > 1.4 * block[1 - louder]


def test_breaths_counted_in_steps_glide_over_their_steps():
    walk = score(step("Walk", "cadence", "120 for 7s", sides="none"), step("Stand", "hold", "5s"))
    assert walk.glides == ()
    steps = work("cadence", "120 for 7s")
    breathing = compose(routine(replace(step("Walk", "cadence", "120 for 7s"), work=replace(steps, breath=(3, 4)))))
    ways = [(second(each.start), second(each.end), each.phase) for each in breathing.glides]
    assert ways == [(0, 1.5, "inhale"), (1.5, 3.5, "exhale"), (3.5, 5, "inhale"), (5, 7, "exhale")]


def say(at: float, text: str = "Words.", rank: int = 3) -> Cue:
    return Cue(frame(at), "say", 0, say=text, line=Line(text, (), frame(at), 0, rank=rank))


TONES = replace(FULL, tones={"tick": np.ones((10 * RATE, 2), np.float32)}, glides={}, speech={})
SPOKEN = replace(TONES, speech={"Words.": np.zeros(RATE, np.int16)})
TALK = Score(
    None, "", (), (Segment(0, 10 * RATE, "time", "1", None, ""),), (Cue(0, "tick", 0, "tick"), say(4)), 10 * RATE
)


def test_tones_duck_before_a_line_stay_down_under_it_and_recover_after_it():
    heard = mix_score(TALK, SPOKEN, 0, 10 * RATE)[:, 0]
    low = 10 ** (-10 / 20)
    assert (heard[: frame(3.85)] == 1).all() and (heard[frame(5.41) :] == 1).all()
    assert heard[frame(4) : frame(5)] == pytest.approx(low)
    assert (np.diff(heard[frame(3.84) : frame(4)]) <= 0).all() and (np.diff(heard[frame(5) : frame(5.42)]) >= 0).all()
    assert np.abs(np.diff(heard)).max() < 0.001


@pytest.mark.parametrize(
    ("density", "rank", "spoken", "tones"),
    [
        ("full", 1, True, True),
        ("full", 3, True, True),
        ("sparse", 1, False, True),
        ("sparse", 2, False, True),
        ("sparse", 3, True, True),
        ("tones", 3, False, True),
        ("off", 3, False, False),
    ],
)
def test_a_density_says_and_sounds_what_it_promises(density, rank, spoken, tones):
    made = replace(TALK, cues=(TALK.cues[0], say(4, rank=rank)), density=density)
    loud = replace(SPOKEN, speech={"Words.": np.full(RATE, 16_384, np.int16)})
    heard = mix_score(made, loud, 0, 10 * RATE)[:, 0]
    assert heard[0] == (1 if tones else 0)
    assert heard[frame(4.5)] == pytest.approx((10 ** (-0.5) + 0.5) if spoken else heard[0])


def test_interrupted_words_and_glides_fade_within_40_ms_and_tones_ring_on():
    take = Region(TALK, end=frame(4.5), fade_out_at=frame(4.5))
    voice = replace(SPOKEN, speech={"Words.": np.full(RATE, 16_384, np.int16)})
    heard = mix([take], voice, 0, 10 * RATE)[:, 0]
    only = heard - mix([take], replace(voice, speech={"Words.": np.zeros(RATE, np.int16)}), 0, 10 * RATE)[:, 0]
    assert only[frame(4.49)] == pytest.approx(0.5) and not only[frame(4.54) + 1 :].any()
    assert np.abs(np.diff(only[frame(4.4) : frame(4.6)])).max() < 0.001
    assert heard[frame(9)] == 1


def test_an_interrupted_glide_fades_out_and_one_entered_midway_fades_in():
    alone = replace(FULL, tones=dict.fromkeys(NOISES, np.zeros((1, 2), np.float32)), speech={})
    heard = mix([Region(BREATHS, begin=frame(1), end=frame(3), fade_out_at=frame(3))], alone, 0, 5 * RATE)
    assert not heard[: frame(1)].any() and not heard[frame(3.05) :].any()
    assert np.abs(heard[frame(1) : frame(1) + 100]).max() < 0.01 * np.abs(heard).max()
    whole = mix([Region(BREATHS)], alone, 0, 5 * RATE)
    assert np.array_equal(heard[frame(1.05) : frame(3)], whole[frame(1.05) : frame(3)])


def test_replacing_a_score_under_a_glide_and_a_line_is_inaudible():
    alone = replace(SPOKEN, tones={"tick": np.zeros((1, 2), np.float32)}, glides=FULL.glides)
    talk = replace(BREATHS, cues=(say(1.5),))
    regions = [Region(talk, end=frame(2), last=1), Region(talk, first=1, begin=frame(2))]
    assert np.allclose(mix(regions, alone, 0, 9 * RATE), mix_score(talk, alone, 0, 9 * RATE), atol=1e-6)


@pytest.mark.parametrize(("decibels", "tones", "words"), [(0, 0, 0), (6, -6, 0), (-6, 0, -6)])
def test_balance_turns_the_softer_part_down(decibels, tones, words):
    bank = replace(SPOKEN, glides=FULL.glides).balanced(decibels)
    assert np.abs(bank.tones["tick"]).max() == pytest.approx(10 ** (tones / 20))
    assert bank.glides["inhale"].gain == -26 + tones
    assert bank.speech_gain == pytest.approx(10 ** (words / 20))
