"""Streak and strength: due days that were kept, with rest days and pauses left out."""

from datetime import date, timedelta

import pytest

from leanbreath.coach.keeping import due_days, keeping, strength
from leanbreath.coach.plan_state import Slot

FIRST = date(2026, 3, 2)


def day(number: int) -> date:
    """Return a day by its number, from 0."""
    return FIRST + timedelta(number)


def slot(due: int, done: int | None = None) -> Slot:
    return Slot("daily", "daily-12", None, 1, 1, day(due), None if done is None else day(done))


def weeks(days_due: tuple[int, ...], count: int, is_done: bool = True, start: int = 0) -> list[Slot]:
    """Return slots that are due on some days of each week."""
    every = [start + 7 * week + each for week in range(count) for each in days_due]
    return [slot(each, each if is_done else None) for each in every]


DAILY, THREE = tuple(range(7)), (4, 5, 6)


@pytest.mark.parametrize(
    ("slots", "now", "streak", "kept", "due"),
    [
        ([], 5, 0, 0, 0),
        ([slot(4, 1), slot(5, 5), slot(6, 6)], 7, 3, 3, 3),
        ([slot(4, 1), slot(5), slot(6, 6)], 7, 1, 2, 3),
        ([slot(4, 4), slot(5, 6)], 7, 0, 1, 2),
        ([slot(4, 4), slot(5, 5), slot(6)], 6, 2, 2, 2),
        ([slot(4, 4), slot(5, 5), slot(6)], 7, 0, 2, 3),
        ([slot(4, 4), slot(5, 5), slot(6, 6)], 6, 3, 3, 3),
        ([slot(4, 4), slot(5, 1)], 4, 1, 1, 1),
        ([slot(6, 6), slot(6)], 7, 0, 0, 1),
        (weeks(DAILY, 2) + weeks(DAILY, 1, False, 14) + weeks(DAILY, 1, True, 21), 28, 7, 7, 14),
    ],
    ids=[
        "nothing was due",
        "rest days lie between",
        "a missed day ends it",
        "done a day late is missed",
        "today is not missed until it is over",
        "then it is",
        "today counts once it is kept",
        "what is due later counts later",
        "a day with two sessions due is kept by both",
        "of the last 14 due days",
    ],
)
def test_the_streak_counts_due_days_that_were_kept(slots, now, streak, kept, due):
    found = keeping(slots, (), day(now))
    assert (found.streak, found.kept, found.due) == (streak, kept, due)


def test_a_pause_neither_adds_nor_breaks():
    before, after = weeks(DAILY, 1), weeks(DAILY, 1, start=21)
    pause = {day(number) for number in range(7, 21)}
    assert keeping(before + after, pause, day(28)).streak == 14
    assert strength(before + after, pause, day(28)) == pytest.approx(strength(weeks(DAILY, 2), (), day(14)))


@pytest.mark.parametrize(("days_due", "days"), [(DAILY, 13), (THREE, 20)])
def test_the_strength_of_a_habit_is_halved_after_13_days_when_it_is_daily_and_20_at_three_a_week(days_due, days):
    habit = weeks(days_due, 60) + weeks(days_due, 9, False, 420)
    full = strength(habit, (), day(427))  # by then nothing is left in the window
    halved = next(number for number in range(60) if strength(habit, (), day(427 + number)) <= full / 2)
    assert (full > 0.7, halved) == (True, days)


def test_a_new_habit_makes_up_half_of_what_is_missing_in_13_days():
    habit = weeks(DAILY, 3)
    assert 1 - strength(habit, (), day(20)) == pytest.approx((1 - strength(habit, (), day(7))) / 2)


def test_two_sessions_due_on_a_day_are_one_due_day():
    once = weeks(THREE, 8) + weeks(THREE, 2, False, 56)
    assert strength(once * 2, (), day(70)) == pytest.approx(strength(once, (), day(70)))


def test_one_missed_day_takes_little_away():
    kept = weeks(DAILY, 10)
    missed = [each._replace(done=None) if each.due == day(69) else each for each in kept]
    full, less = strength(kept, (), day(70)), strength(missed, (), day(70))
    assert 0 < full - less < 0.01


def test_sessions_done_early_are_as_good_as_on_the_day():
    early = [slot(7 * week + 4 + each, 7 * week + each) for week in range(8) for each in range(3)]
    assert strength(early, (), day(56)) == pytest.approx(strength(weeks(THREE, 8), (), day(56)), abs=0.01)


def test_due_days_are_in_order_whatever_the_order_of_the_slots():
    assert [each.day for each in due_days([slot(6, 6), slot(4, 4), slot(5, 5)], day(7))] == [day(4), day(5), day(6)]
