"""A frame finds its segment, a passage its frames, and a moment the cues still to come."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.model import Wait
from leanbreath.score.compose import compose
from leanbreath.score.score import frames
from tests.score.making import frame, score, step
from tests.strategies import few, routines

A = step("A", "hold", "10s")
B = step("B", "breath", "4-0-6-0 x 2")
PLAIN = score(A, B)
WAITING = score(A, Wait("Press."), B)
LATE = score(A, Wait("Press."))
EARLY = score(Wait("Press."), A)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (Fraction(0), 0),
        (Fraction(1), 48_000),
        (Fraction(1, 96_000), 1),
        (Fraction(1, 96_001), 0),
        (Fraction(3, 96_000), 2),
        (Fraction(1, 3), 16_000),
        (Fraction(3600), 172_800_000),
    ],
)
def test_the_nearest_frame_is_half_upwards(seconds, expected):
    assert frames(seconds) == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [(-5, 0), (0, 0), (frame(10) - 1, 0), (frame(10), 1), (frame(14), 2), (frame(20), 3), (frame(30), 4), (10**9, 4)],
)
def test_every_frame_after_the_end_belongs_to_the_last_segment(at, expected):
    assert PLAIN.index(at) == expected
    assert PLAIN.at(at) is PLAIN.segments[expected]


def test_the_frame_of_a_wait_belongs_to_what_follows():
    assert [WAITING.at(at).title for at in (frame(10) - 1, frame(10), frame(10) + 1)] == ["A", "B", "B"]


def test_the_frame_of_a_final_wait_belongs_to_what_came_before():
    assert [LATE.at(at).title for at in (frame(10) - 1, frame(10), frame(99))] == ["A", "A", "A"]


def test_the_frame_of_an_opening_wait_belongs_to_what_follows():
    assert EARLY.at(0).title == "A"


@pytest.mark.parametrize(("index", "expected"), [(0, (0, 10)), (1, (10, 10)), (2, (10, 30))])
def test_a_passage_spans_its_segments(index, expected):
    assert WAITING.passage_span(index) == tuple(map(frame, expected))


def test_waits_are_counted_and_take_no_time():
    assert (PLAIN.waits, WAITING.waits) == (0, 1)
    assert PLAIN.total == WAITING.total == frame(30)


def sounds_from(made, at: int) -> list[str]:
    return [cue.sound for cue in made.cues[made.cue_index(at) :] if cue.sound]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (0, ["start", "tick", "tick", "tick", "inhale", "exhale", "inhale", "exhale", "end"]),
        (1, ["tick", "tick", "tick", "inhale", "exhale", "inhale", "exhale", "end"]),
        (frame(9), ["tick", "inhale", "exhale", "inhale", "exhale", "end"]),
        (frame(10), ["inhale", "exhale", "inhale", "exhale", "end"]),
        (frame(10) + 1, ["exhale", "inhale", "exhale", "end"]),
    ],
)
@pytest.mark.parametrize("made", [PLAIN, WAITING])
def test_the_cues_at_and_after_a_frame_are_still_to_come(made, at, expected):
    assert sounds_from(made, at) == expected


def test_the_words_of_a_wait_are_over_when_it_ends():
    texts = [cue.say for cue in WAITING.cues[WAITING.cue_index(frame(10)) :]]
    assert "Press." not in texts


def test_a_line_that_closes_a_step_is_over_when_the_next_is_entered():
    ending = score(step("A", "hold", "10s", sides="each"), B)
    right = ending.cue_index(frame(10))
    assert next(cue.sound for cue in ending.cues[right:] if cue.sound) == "step"


@few
@given(routines(), st.data())
def test_every_frame_is_found_in_its_segment(routine, data):
    made = compose(routine)
    at = data.draw(st.integers(0, made.total - 1))
    segment = made.at(at)
    assert segment.start <= at < segment.end
    start, end = made.passage_span(segment.passage)
    assert start <= segment.start and segment.end <= end


@few
@given(routines(), st.data())
def test_cues_split_at_a_frame_into_those_over_and_those_to_come(routine, data):
    made = compose(routine)
    at = data.draw(st.sampled_from([cue.at for cue in made.cues]) | st.integers(0, made.total))
    index = made.cue_index(at)
    assert all(cue.at <= at for cue in made.cues[:index])
    assert all(cue.at >= at for cue in made.cues[index:])
    here = made.index(at)
    assert all(cue.segment < here for cue in made.cues[:index] if cue.at == at)
    assert all(cue.segment >= here for cue in made.cues[index:] if cue.at == at)
