"""A drill that hurts is replaced or left out for the rest of a score."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.model import Move, Repeat
from leanbreath.score.compose import compose
from leanbreath.score.edit import next_step, other_side, repeat_step
from leanbreath.score.substitution import (
    current_work,
    previous_painless_step,
    substitute_drill,
    without_drill,
)
from leanbreath.score.unroll import unroll
from leanbreath.score.work_key import drill_name
from tests.score.making import frame, routine, score, second, step
from tests.strategies import fewer, routines

SCORE = score(
    step("Kneel", "hold", "20s", sides="each", switch="4s"),  # 0 to 20, 24 to 44
    Move("There.", frame(6) // 48_000),  # 44 to 50
    Repeat(
        2,
        frame(5) // 48_000,
        (step("Kneel", "hold", "10s"), step("Walk", "time", "10s")),  # 50 to 60 to 70; 75 to 85 to 95
    ),
)
STAND = unroll(routine(step("Stand", "hold", "15s", sides="each", switch="5s")), "left")


def titles(made) -> list[str]:
    return [passage.title for passage in made.passages if passage.kind == "work"]


@pytest.mark.parametrize(
    ("seconds", "substitute", "expected"),
    [
        (5, STAND, ["Kneel", "Stand", "Stand", "Stand", "Stand", "Walk", "Stand", "Stand", "Walk"]),
        (30, STAND, ["Kneel", "Kneel", "Stand", "Stand", "Stand", "Stand", "Walk", "Stand", "Stand", "Walk"]),
        (5, (), ["Kneel", "Walk", "Walk"]),
        (65, STAND, ["Kneel", "Kneel", "Kneel", "Walk", "Stand", "Stand", "Kneel", "Stand", "Stand"]),
    ],
)
def test_the_substitute_replaces_every_later_run_of_a_drill_that_hurts(seconds, substitute, expected):
    made, at = substitute_drill(SCORE, frame(seconds), substitute)
    assert titles(made) == expected
    assert drill_name(current_work(made, at)) == (expected[1] if seconds == 5 and not substitute else "stand").lower()


def test_everything_before_stays_frame_by_frame():
    made, at = substitute_drill(SCORE, frame(5), STAND)
    assert second(at) == 20
    assert made.segments[: made.index(at)] == SCORE.segments[: SCORE.index(frame(20))]
    assert made.at(at).kind == "ready" and made.passages[made.at(at).passage].title == "Stand"


def test_a_last_drill_that_hurts_and_has_no_substitute_ends_the_routine():
    made, at = substitute_drill(SCORE, frame(90), ())
    assert at == made.total == frame(95)


@fewer
@given(routines(), st.floats(0, 1), st.booleans())
def test_after_a_substitution_segments_tile_the_score_and_the_drill_is_gone(written, part, replaced):
    before = compose(written)
    place = int(part * before.total)
    hurt = current_work(before, place)
    after, at = substitute_drill(before, place, STAND if replaced else ())
    assert after.segments[0].start == 0 and after.segments[-1].end == after.total
    assert all(a.end == b.start for a, b in zip(after.segments, after.segments[1:], strict=False))
    if hurt:
        later = [each for index, each in enumerate(after.passages) if after.passage_span(index)[0] >= at]
        assert all(drill_name(each) != drill_name(hurt) for each in later)


@pytest.mark.parametrize(
    ("seconds", "expected"), [(0.5, 0), (12, 0), (22, 0), (30, 0), (46, 44), (55, 50), (66, 60), (94, 85)]
)
def test_repeating_a_step_leads_to_its_start_from_anywhere(seconds, expected):
    made, at = repeat_step(SCORE, frame(seconds))
    assert made is SCORE and second(at) == expected


@pytest.mark.parametrize(("seconds", "expected"), [(5, 20), (19, 20), (22, 0), (30, 0), (46, 46), (55, 55), (80, 80)])
def test_the_other_side_is_entered_at_its_gap_or_its_work(seconds, expected):
    made, at = other_side(SCORE, frame(seconds))
    assert made is SCORE and second(at) == expected


GAPS = score(
    step("March", "time", "10s"),  # 0 to 10
    step("Kneel", "hold", "20s", ready="6s", sides="each", switch="4s"),  # 16 to 36, 40 to 60
    Move("There.", frame(6) // 48_000),  # 60 to 66
    step("Walk", "time", "10s", ready="5s"),  # 71 to 81
)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (13, 40),  # on the way to the left side: to the right
        (38, 16),  # between left and right: back to the left
        (63, 63),  # on the way to a drill without sides
        (68, 68),  # before it
    ],
)
def test_in_a_gap_the_other_side_is_that_of_the_work_ahead(seconds, expected):
    assert second(other_side(GAPS, frame(seconds))[1]) == expected


@pytest.mark.parametrize(
    ("substitute", "expected"),
    [
        (STAND, ["Stand", "Stand", "Stand", "Stand", "Walk", "Stand", "Stand", "Walk"]),
        ((), ["Walk", "Walk"]),
    ],
)
def test_a_drill_that_hurt_before_is_left_out_from_the_start(substitute, expected):
    assert titles(without_drill(SCORE, "kneel", substitute)) == expected


def test_a_score_without_the_drill_stays_as_it_is():
    assert without_drill(SCORE, "march", STAND) == SCORE


HURT = substitute_drill(SCORE, frame(5), STAND)[0]
"""A left hold of 20 s that hurt, then standing in its place: ready from 20, left from 28, right from 48 s."""


@pytest.mark.parametrize(
    ("edit", "seconds", "expected"),
    [
        # again is what came in its place
        (repeat_step, 50, 28),
        # next is the step after, not again what came in its place
        (next_step, 50, 63),
        (lambda made, at: previous_painless_step(made, at, ("kneel",)), 60, 28),
        # before it there is nothing but what hurt
        (lambda made, at: previous_painless_step(made, at, ("kneel",)), 29, 28),
        # where nothing hurt it is gone back to
        (lambda made, at: previous_painless_step(made, at, ()), 29, 0),
    ],
)
def test_no_key_leads_back_to_a_drill_that_hurt(edit, seconds, expected):
    assert second(edit(HURT, frame(seconds))[1]) == expected
