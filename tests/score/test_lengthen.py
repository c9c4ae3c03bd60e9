"""Ten seconds more: on this side and the next, in whole breaths and reps, and nothing already played changes."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.model import Rest
from leanbreath.score.compose import compose
from leanbreath.score.edit import lengthen
from leanbreath.score.score import Score
from tests.score.making import frame, score, second, sounds, starts, step
from tests.strategies import few, routines

TEN = Fraction(10)


def pressed(made: Score, seconds: float) -> Score:
    after, at = lengthen(made, frame(seconds), TEN)
    assert at == frame(seconds)
    return after


def works(made: Score) -> list[float]:
    spans = [made.passage_span(i) for i, each in enumerate(made.passages) if each.kind == "work"]
    return [second(end - start) for start, end in spans]


@pytest.mark.parametrize(
    ("kind", "text", "before", "after"),
    [
        ("hold", "30s", 30, 40),
        ("time", "30s", 30, 40),
        ("cadence", "60 for 30s", 30, 40),
        ("breath", "4-0-6-0 x 3", 30, 40),
        ("breath", "3-0-4-0 x 3", 21, 28),
        ("breath", "2-0-2-0 x 3", 12, 24),
        ("breath", "10-0-15-0 x 2", 50, 75),
        ("breath", "3-0-4-0 to 4-0-6-0 x 3", 25.5, 35.5),
        ("reps", "5 @ 2s", 10, 20),
        ("reps", "5 @ 4s", 20, 32),
        ("reps", "2 @ 30s", 60, 90),
    ],
)
def test_ten_seconds_or_the_nearest_whole_number_of_repetitions_are_added_on_both_sides(kind, text, before, after):
    made = score(step("A", kind, text, sides="each", switch="4s"))
    assert works(made) == [before, before]
    assert works(pressed(made, 5)) == [after, after]


def test_on_the_second_side_only_that_side_grows():
    made = score(step("A", "hold", "30s", sides="each", switch="4s"))
    assert works(pressed(made, 40)) == [30, 40]


def test_during_the_switch_the_next_side_grows():
    made = score(step("A", "hold", "30s", sides="each", switch="4s"))
    assert works(pressed(made, 32)) == [30, 40]


def test_during_a_gap_the_next_work_grows():
    made = score(step("A", "hold", "30s"), step("B", "hold", "30s", ready="5s", sides="each", switch="4s"))
    assert works(pressed(made, 32)) == [30, 40, 40]


def test_only_the_same_set_of_the_other_side_grows_too():
    made = score(step("A", "hold", "30s", sides="each", sets=2, rest="5s", switch="4s"))
    assert works(pressed(made, 5)) == [40, 30, 40, 30]
    assert works(pressed(made, 40)) == [30, 40, 30, 40]


def test_another_step_with_the_same_drill_stays():
    made = score(step("A", "hold", "30s"), step("A", "hold", "30s"))
    assert works(pressed(made, 5)) == [40, 30]


def test_twice_adds_twenty_seconds():
    made = score(step("A", "hold", "30s"))
    assert works(pressed(pressed(made, 5), 6)) == [50]


def test_after_the_last_work_nothing_changes():
    made = score(step("A", "hold", "30s"), Rest(TEN))
    assert pressed(made, 35) is made


def test_added_breaths_and_reps_are_numbered_on():
    made = pressed(score(step("A", "breath", "4-0-6-0 x 3")), 5)
    assert [segment.rep for segment in made.segments] == [1, 1, 2, 2, 3, 3, 4, 4]


def test_added_reps_continue_with_the_other_foot():
    made = pressed(score(step("A", "reps", "3 @ 4s", sides="alternate")), 5)
    assert [segment.side for segment in made.segments] == ["left", "right"] * 3


def test_a_longer_hold_is_counted_down_at_its_new_end_only():
    ticks = [at for at, name in sounds(pressed(score(step("A", "hold", "30s")), 5)) if name == "tick"]
    assert ticks == [37, 38, 39]


def test_everything_after_it_comes_later_by_what_was_added():
    made = score(step("A", "hold", "30s"), step("B", "hold", "30s", ready="5s"))
    assert starts(made) == [0, 35]
    assert starts(pressed(made, 5)) == [0, 45]


@few
@given(routines(), st.data())
def test_everything_before_stays_and_segments_still_tile_the_score(routine, data):
    made = compose(routine)
    at = data.draw(st.integers(0, made.total - 1))
    after, _ = lengthen(made, at, TEN)
    here = made.index(at)
    assert after.segments[: here + 1][:-1] == made.segments[:here]
    assert after.segments[0].start == 0 and after.segments[-1].end == after.total >= made.total
    assert all(one.end == two.start for one, two in pairwise(after.segments))


@few
@given(routines(), st.data())
def test_each_tone_before_the_frame_stays_where_it_was(routine, data):
    made = compose(routine)
    at = data.draw(st.integers(0, made.total - 1))
    start = made.passage_span(made.at(at).passage)[0]
    before, after = (
        [cue for cue in each.cues if cue.sound and cue.at < start] for each in (made, lengthen(made, at, TEN)[0])
    )
    assert after == before
