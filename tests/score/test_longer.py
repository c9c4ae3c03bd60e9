"""Ten seconds more: on this side and the one to come, whole breaths and reps, and nothing that was played changes."""

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
def test_ten_seconds_or_the_nearest_whole_number_but_one_at_least_are_added_on_both_sides(kind, text, before, after):
    made = score(step("A", kind, text, sides="each", switch="4s"))
    assert works(made) == [before, before]
    assert works(pressed(made, 5)) == [after, after]


def test_pressed_on_the_second_side_it_is_for_that_side_only():
    made = score(step("A", "hold", "30s", sides="each", switch="4s"))
    assert works(pressed(made, 40)) == [30, 40]


def test_pressed_in_the_switch_it_is_for_the_side_to_come():
    made = score(step("A", "hold", "30s", sides="each", switch="4s"))
    assert works(pressed(made, 32)) == [30, 40]


def test_pressed_in_a_gap_it_is_for_what_the_gap_leads_to():
    made = score(step("A", "hold", "30s"), step("B", "hold", "30s", ready="5s", sides="each", switch="4s"))
    assert works(pressed(made, 32)) == [30, 40, 40]


def test_the_same_set_of_the_other_side_grows_and_no_other_set():
    made = score(step("A", "hold", "30s", sides="each", sets=2, rest="5s", switch="4s"))
    assert works(pressed(made, 5)) == [40, 30, 40, 30]
    assert works(pressed(made, 40)) == [30, 40, 30, 40]


def test_another_step_of_the_same_drill_is_left_alone():
    made = score(step("A", "hold", "30s"), step("A", "hold", "30s"))
    assert works(pressed(made, 5)) == [40, 30]


def test_pressed_twice_it_is_twenty_seconds():
    made = score(step("A", "hold", "30s"))
    assert works(pressed(pressed(made, 5), 6)) == [50]


def test_pressed_where_no_work_is_to_come_it_changes_nothing():
    made = score(step("A", "hold", "30s"), Rest(TEN))
    assert pressed(made, 35) is made


def test_added_breaths_and_reps_are_counted_on():
    made = pressed(score(step("A", "breath", "4-0-6-0 x 3")), 5)
    assert [segment.rep for segment in made.segments] == [1, 1, 2, 2, 3, 3, 4, 4]


def test_added_reps_go_on_with_the_other_foot():
    made = pressed(score(step("A", "reps", "3 @ 4s", sides="alternate")), 5)
    assert [segment.side for segment in made.segments] == ["left", "right"] * 3


def test_a_longer_hold_is_counted_down_at_its_new_end_only():
    ticks = [at for at, name in sounds(pressed(score(step("A", "hold", "30s")), 5)) if name == "tick"]
    assert ticks == [37, 38, 39]


def test_what_follows_comes_later_by_what_was_added():
    made = score(step("A", "hold", "30s"), step("B", "hold", "30s", ready="5s"))
    assert starts(made) == [0, 35]
    assert starts(pressed(made, 5)) == [0, 45]


@few
@given(routines(), st.data())
def test_what_lies_before_is_unchanged_and_the_score_still_tiles(routine, data):
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
