"""Rounds at equal intervals: each begins on the frame, and what it leaves of its time is rest."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.model import Move, Repeat
from leanbreath.routine.step_length import round_seconds
from leanbreath.score.compose import compose
from leanbreath.score.edit import lengthen, next_step
from leanbreath.score.score import RATE
from leanbreath.score.substitution import substitute_drill, without_drill
from leanbreath.score.unroll import unroll
from tests.score.making import frame, routine, said, score, second, sounds, starts, step
from tests.strategies import few, repeats

NONE = Fraction(0)
A = step("A", "reps", "10 @ 2s")
EACH = step("B", "hold", "15s", sides="each", switch="5s", ready="6s")


def every(seconds: int, *steps, rounds: int = 3, **more) -> Repeat:
    return Repeat(rounds, NONE, steps, every=Fraction(seconds), **more)


def gaps(made) -> list[float]:
    """Return how long each rest lasts."""
    spans = (made.passage_span(index) for index, each in enumerate(made.passages) if each.kind == "rest")
    return [second(end - start) for start, end in spans]


def test_each_round_begins_on_the_minute_and_what_it_leaves_is_rest():
    made = score(every(60, A))
    assert starts(made) == [0, 60, 120] and gaps(made) == [40, 40]


def test_the_last_round_is_not_filled():
    assert second(score(every(60, A)).total) == 140


def test_the_rest_is_announced_and_ticks_into_the_next_round():
    made = score(every(60, A))
    lines = [text for at, text in said(made) if 20 <= at < 60]
    assert lines == ["Rest.", "Round 2 of 3. A."]
    assert [at for at, sound in sounds(made) if sound == "tick" and 20 <= at < 60] == [57, 58, 59]


def test_a_round_that_takes_all_its_time_is_followed_by_the_next_at_once():
    made = score(step("M", "time", "9s"), every(41, EACH))
    sides = ["work", "switch", "work"]
    assert [each.kind for each in made.passages] == ["work", "ready", *sides, "rest", *sides, "rest", *sides]
    tight = score(step("M", "time", "9s"), every(35, EACH))
    assert [each.kind for each in tight.passages] == ["work", "ready", *sides * 3]


def test_the_time_to_get_ready_for_the_first_round_is_not_part_of_it():
    made = score(step("M", "time", "9s"), every(60, EACH))
    assert [each for each in starts(made) if each != 0][::2] == [15, 75, 135]


def test_both_sides_and_skipped_steps_count_in_the_round_that_has_them():
    made = score(every(60, EACH, step("A", "reps", "5 @ 2s", skip="first")))
    assert starts(made, "rest") == [35, 105] and gaps(made) == [25, 15]


def test_intervals_can_lie_within_a_round_of_intervals():
    made = score(every(100, every(30, step("A", "hold", "10s"), rounds=2), rounds=2))
    assert starts(made) == [0, 30, 100, 130] and gaps(made) == [20, 60, 20]


@few
@given(repeats(), st.fractions(0, 20, max_denominator=7), st.integers(0, 9))
def test_every_round_begins_exactly_one_interval_after_the_one_before(drawn, spare, before):
    inner = Repeat(drawn.rounds, NONE, drawn.steps)
    if any(passage.kind == "wait" for passage in unroll(routine(inner), "left")):
        return
    longest = max(round_seconds(inner, number) for number in range(1, drawn.rounds + 1))
    timed = inner._replace(every=longest + spare)
    made = compose(routine(step("M", "time", "9s"), *[Move("There.", Fraction(before))] * bool(before), timed))
    firsts = {}
    for index, each in enumerate(made.passages):
        if each.rounds and each.kind != "ready":
            firsts.setdefault(each.rounds[0].number, made.passage_span(index)[0])
    interval = (longest + spare) * RATE
    for number, start in firsts.items():
        assert abs(start - firsts[1] - (number - 1) * interval) <= 1
    if interval.denominator == 1:
        assert all(start - firsts[1] == (number - 1) * interval for number, start in firsts.items())


@few
@given(repeats())
def test_the_length_of_a_round_is_what_it_takes_in_the_score(drawn):
    alone = unroll(routine(drawn._replace(rounds=1)), "left")
    assert round_seconds(drawn._replace(rounds=1), 1) == sum((each.seconds for each in alone), NONE)


def test_ten_seconds_more_shorten_the_rest_so_that_the_minute_stays():
    made, _ = lengthen(score(every(60, A)), frame(5), Fraction(10))
    assert starts(made) == [0, 60, 120] and gaps(made) == [30, 40]


def test_a_round_that_outgrows_its_interval_delays_the_next_only_by_the_excess():
    made = score(every(25, A))
    for _ in range(2):
        made, _ = lengthen(made, frame(5), Fraction(10))
    assert starts(made) == [0, 40, 65] and gaps(made) == [5]


def test_next_leads_to_the_rest_which_keeps_its_length():
    made, at = next_step(score(every(60, A)), frame(5))
    assert second(at) == 20 and gaps(made) == [40, 40]


def test_a_substitute_keeps_the_minute():
    other = unroll(routine(step("B", "hold", "30s")), "left")
    made, _ = substitute_drill(score(every(60, A)), frame(65), other)
    assert [at for at, each in zip(starts(made), "AABB", strict=True)] == [0, 60, 88, 128]
    assert gaps(made)[0] == 40


@pytest.mark.parametrize("rest", [{"every": Fraction(60)}, {"rest": Fraction(9)}])
def test_rounds_that_have_nothing_left_to_do_leave_no_rest_behind(rest):
    repeat = Repeat(**({"rounds": 3, "rest": NONE, "steps": (A,)} | rest))
    made, _ = substitute_drill(score(repeat, EACH), frame(5), ())
    assert [each.kind for each in made.passages] == ["work", "ready", "work", "switch", "work"]
    assert [each.kind for each in without_drill(score(repeat, EACH), "a", ()).passages][-3:] == [
        "work", "switch", "work",
    ]  # fmt: skip
