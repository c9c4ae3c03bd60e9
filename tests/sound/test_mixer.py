"""Any frames can be mixed by themselves and are the same bits as in the whole, and nothing that is shipped clips."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.score.compose import compose
from leanbreath.score.region import Region
from leanbreath.score.score import RATE, Cue, Score, Segment
from leanbreath.sound.mixer import mix, mix_score
from leanbreath.sound.sound_bank import SoundBank
from tests.score.making import score, step
from tests.sound.noises import KIT, LONGEST, NOISES
from tests.strategies import fewer, routines


def sounding(*cues: tuple[int, str]) -> Score:
    """Return a score with sounds at frames, and a line that is said at each."""
    made = [Cue(at, "tone", 0, name) for at, name in cues] + [Cue(at, "say", 0, say="Words.") for at, _ in cues]
    return Score(
        None, "", (), (Segment(0, 10**6, "time", "1", None, ""),), tuple(sorted(made, key=lambda cue: cue.at)), 10**6
    )


def test_a_sound_starts_at_its_frame_and_words_without_a_voice_are_silent():
    block = mix_score(sounding((700, "tick")), KIT, 0, 40_000)
    tick = NOISES["tick"]
    assert np.array_equal(block[700 : 700 + len(tick)], tick)
    assert not block[:700].any() and not block[700 + len(tick) :].any()


def test_overlapping_sounds_are_summed():
    block = mix_score(sounding((0, "tick"), (50, "half")), KIT, 0, 40_000)
    expected = np.zeros((40_000, 2), np.float32)
    expected[: len(NOISES["tick"])] += NOISES["tick"]
    expected[50 : 50 + len(NOISES["half"])] += NOISES["half"]
    assert np.array_equal(block, expected)


@pytest.mark.parametrize("first", [1, 100, LONGEST - 1, LONGEST, LONGEST + 1])
def test_a_sound_that_began_before_a_block_rings_in_it_to_its_last_frame(first):
    block = mix_score(sounding((0, "inhale")), KIT, first, 500)
    rest = NOISES["inhale"][first : first + 500]
    assert np.array_equal(block[: len(rest)], rest) and not block[len(rest) :].any()


@pytest.mark.parametrize(("first", "count"), [(-500, 400), (0, 0), (10**7, 100)])
def test_everywhere_else_is_silent(first, count):
    block = mix_score(sounding((0, "tick")), KIT, first, count)
    assert block.shape == (count, 2) and block.dtype == np.float32 and not block.any()


def test_a_region_plays_only_its_own_cues_shifted_in_time():
    score = sounding((0, "tick"), (1000, "half"), (2000, "step"))
    block = mix([Region(score, shift=300, first=2, last=4)], KIT, 0, 60_000)
    half = NOISES["half"]
    assert np.array_equal(block[1300 : 1300 + len(half)], half)
    assert not block[:1300].any() and not block[1300 + len(half) :].any()


def test_the_tail_is_the_longest_sound():
    assert KIT.tone_tail == LONGEST and SoundBank({}).tone_tail == 0


@fewer
@given(routines(), st.integers(-RATE, 5 * RATE), st.lists(st.integers(0, 2 * RATE), min_size=1, max_size=9))
def test_any_split_into_blocks_equals_the_whole_bit_for_bit(routine, first, counts):
    score = compose(routine)
    edges = [first + sum(counts[:number]) for number in range(len(counts) + 1)]
    blocks = [mix_score(score, KIT, a, b - a) for a, b in pairwise(edges)]
    whole = mix_score(score, KIT, first, sum(counts))
    assert np.concatenate(blocks).tobytes() == whole.tobytes()


def test_blocks_of_one_frame_equal_the_whole():
    score = sounding((0, "tick"), (30, "half"), (60, "step"))
    blocks = [mix_score(score, KIT, frame, 1) for frame in range(400)]
    assert np.concatenate(blocks).tobytes() == mix_score(score, KIT, 0, 400).tobytes()


@pytest.mark.parametrize(("side", "louder"), [("left", 0), ("right", 1)])
def test_every_tone_of_a_side_is_heard_on_that_side(side, louder):
    made = score(step("Hold", "hold", "20s", sides=side))
    marks = [cue for cue in made.cues if cue.sound and cue.sound != "end"]
    assert {cue.sound for cue in marks} == {"start", "half", "tick"}
    for cue in marks:
        heard = np.abs(mix_score(made, KIT, cue.at, 100)).max(axis=0)
        meant = np.abs(NOISES[cue.sound][:100]).max(axis=0)
        # twice as loud there as on the other side, and as loud as before together
        assert heard[louder] == pytest.approx(meant[louder] * 1.6**0.5)
        assert heard[1 - louder] == pytest.approx(meant[1 - louder] * 0.4**0.5)


def test_the_end_belongs_to_no_side():
    made = score(step("Hold", "hold", "20s", sides="right"))
    assert np.array_equal(mix_score(made, KIT, made.total, 100), NOISES["end"][:100])
