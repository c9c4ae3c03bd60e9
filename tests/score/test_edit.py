"""Forward and back: where a runner re-enters a score, and which step comes next or before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.model import Move, Rest, Wait
from leanbreath.score.compose import compose
from leanbreath.score.edit import next_step, previous_step, re_enter, step_segment
from tests.score.making import frame, score, second, step, timed_score
from tests.strategies import few, routines

SCORE = score(
    step("A", "reps", "3 @ 2-0-1", sides="each", switch="4s"),  # 0 to 9, switch, 13 to 22
    step("B", "breath", "4-0-6-0 x 2", ready="5s"),  # 27 to 47
    Move("To the wall.", frame(6) // 48_000),  # 47 to 53
    step("C", "hold", "20s", sets=2, rest="5s"),  # 53 to 73, 78 to 98
    Rest(frame(7) // 48_000),  # 98 to 105
    Wait("Press."),
    step("D", "cadence", "60 for 10s"),  # 105 to 115
    step("E", "time", "30s", ready="5s"),  # 120 to 150
)


def to(edit, seconds: float) -> float:
    made, at = edit(SCORE, frame(seconds))
    assert made is SCORE
    return second(at)


def step_frame(played, name):
    index = step_segment(played, name)
    return None if index is None else played.segments[index].start


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, 0), (1, 0), (2.5, 0), (3, 3), (5.9, 3), (8.99, 6), (14, 13),
        (10, 10), (23, 23),
        (27, 27), (30, 27), (36.5, 27), (37, 37), (46.9, 37),
        (50, 50), (60, 60), (75, 75), (100, 100),
        (105.5, 105), (107.9, 107),
        (117, 117), (133, 133), (150, 150),
    ],
)  # fmt: skip
def test_a_pause_resumes_at_the_start_of_a_breath_rep_or_step_and_elsewhere_at_the_same_frame(seconds, expected):
    assert to(re_enter, seconds) == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, 27), (10, 27), (15, 27),
        (23, 27),
        (30, 47), (48, 53),
        (60, 98), (75, 98), (80, 98),
        (100, 105), (110, 120), (117, 120),
        (130, 150), (150, 150),
    ],
)  # fmt: skip
def test_next_goes_to_the_next_step_after_its_ready(seconds, expected):
    assert to(next_step, seconds) == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, 0), (2, 0), (8, 0), (10, 0), (20, 0),
        (40, 27), (48, 27), (49.9, 27), (50, 27), (50.1, 47), (51, 47),
        (54, 47), (60, 53), (75, 53), (97, 53),
        (99, 53), (103, 98), (106, 98), (110, 105), (150, 120),
    ],
)  # fmt: skip
def test_back_goes_to_the_start_of_this_step_or_early_in_it_to_the_one_before(seconds, expected):
    assert to(previous_step, seconds) == expected


@pytest.mark.parametrize(("seconds", "expected"), [(23, 0), (28, 0), (117, 105), (121, 105)])
def test_back_from_a_ready_goes_to_the_step_before(seconds, expected):
    assert to(previous_step, seconds) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("1", 0), ("2", 27), ("3", 47), ("4", 53), ("7", 105), ("b", 27), ("e", 120), ("9", None), ("none", None)],
)
def test_a_step_is_found_by_its_number_or_its_drill(name, expected):
    found = step_frame(SCORE, name)
    assert (None if found is None else second(found)) == expected


def test_a_wait_is_found_by_its_number():
    assert step_frame(SCORE, "6") == frame(105)


@pytest.mark.parametrize(
    ("name", "drill", "expected"),
    [("pre-run-6", "head-glide", "4:50"), ("daily-12", "half-kneel-breath", "6:27"), ("daily-12", "13", "8:17")],
)
def test_steps_of_the_timed_routines_are_found(name, drill, expected):
    assert step_frame(timed_score(name), drill) == frame(expected)


@few
@given(routines(), st.data())
def test_next_always_moves_forward_and_back_and_re_entry_never_do(routine, data):
    made = compose(routine)
    at = data.draw(st.integers(0, made.total - 1))
    assert at < next_step(made, at)[1] <= made.total
    assert 0 <= re_enter(made, at)[1] <= at
    assert 0 <= previous_step(made, at)[1] <= at


@few
@given(routines(), st.data())
def test_pressing_next_repeatedly_reaches_the_end(routine, data):
    made = compose(routine)
    at = data.draw(st.integers(0, made.total - 1))
    for _ in made.passages:
        at = next_step(made, at)[1]
    assert at == made.total
