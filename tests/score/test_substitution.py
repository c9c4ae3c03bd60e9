"""What hurts is left out for the rest of a score, and something else comes in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.model import Move, Repeat
from leanbreath.score.compose import compose
from leanbreath.score.edit import next_step, other_side, repeat_step
from leanbreath.score.substitution import (
    current_work,
    drill_name,
    previous_painless_step,
    substitute_drill,
    without_drill,
)
from leanbreath.score.unroll import unroll
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
def test_each_time_what_hurts_would_come_the_substitute_does(seconds, substitute, expected):
    made, at = substitute_drill(SCORE, frame(seconds), substitute)
    assert titles(made) == expected
    assert drill_name(current_work(made, at)) == (expected[1] if seconds == 5 and not substitute else "stand").lower()


def test_what_lies_before_stays_as_it_was_frame_by_frame():
    made, at = substitute_drill(SCORE, frame(5), STAND)
    assert second(at) == 20
    assert made.segments[: made.index(at)] == SCORE.segments[: SCORE.index(frame(20))]
    assert made.at(at).kind == "ready" and made.passages[made.at(at).passage].title == "Stand"


def test_what_hurts_at_the_end_and_has_nothing_in_its_place_ends_the_routine():
    made, at = substitute_drill(SCORE, frame(90), ())
    assert at == made.total == frame(95)


@fewer
@given(routines(), st.floats(0, 1), st.booleans())
def test_after_an_edit_segments_tile_the_frames_and_the_drill_comes_no_more(written, part, replaced):
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
def test_a_step_is_repeated_from_its_start_however_far_it_has_come(seconds, expected):
    made, at = repeat_step(SCORE, frame(seconds))
    assert made is SCORE and second(at) == expected


@pytest.mark.parametrize(("seconds", "expected"), [(5, 20), (19, 20), (22, 0), (30, 0), (46, 46), (55, 55), (80, 80)])
def test_the_other_side_is_the_gap_before_it_or_its_work_and_one_side_stays(seconds, expected):
    made, at = other_side(SCORE, frame(seconds))
    assert made is SCORE and second(at) == expected


@pytest.mark.parametrize(
    ("substitute", "expected"),
    [
        (STAND, ["Stand", "Stand", "Stand", "Stand", "Walk", "Stand", "Stand", "Walk"]),
        ((), ["Walk", "Walk"]),
    ],
)
def test_what_hurt_before_is_left_out_from_the_start(substitute, expected):
    assert titles(without_drill(SCORE, "kneel", substitute)) == expected


def test_a_score_without_what_hurts_is_left_as_it_is():
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
def test_no_key_leads_back_to_what_hurt(edit, seconds, expected):
    assert second(edit(HURT, frame(seconds))[1]) == expected
