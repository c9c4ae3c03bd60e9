"""Weeks run from Monday to Sunday, whatever the month and the year."""

from datetime import date

import pytest

from leanbreath.coach.training_weeks import TrainingWeek, monday_of, mondays, seconds_by_week, training_week


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (date(2026, 3, 2), date(2026, 3, 2)),
        (date(2026, 3, 8), date(2026, 3, 2)),
        (date(2026, 3, 1), date(2026, 2, 23)),
        (date(2027, 1, 1), date(2026, 12, 28)),
    ],
)
def test_a_week_begins_on_its_monday(day, monday):
    assert monday_of(day) == monday


def test_weeks_in_a_row_end_with_that_of_the_day():
    assert mondays(date(2026, 3, 4), 3) == (date(2026, 2, 16), date(2026, 2, 23), date(2026, 3, 2))


def test_a_week_sums_seven_days_and_no_others():
    seconds = {date(2026, 3, 1): 900.0, date(2026, 3, 2): 100.0, date(2026, 3, 8): 230.0, date(2026, 3, 9): 900.0}
    sessions = {date(2026, 3, 2): 2, date(2026, 3, 8): 1, date(2026, 3, 9): 4}
    week = training_week(seconds, sessions, date(2026, 3, 5))
    assert week == TrainingWeek(date(2026, 3, 2), 3, 330.0, 2) and week.minutes == 6


def test_days_are_summed_by_their_weeks():
    days = {date(2026, 3, 9): 5.0, date(2026, 3, 8): 4.0, date(2026, 3, 2): 3.0, date(2026, 3, 1): 2.0}
    weeks = {date(2026, 2, 23): 2.0, date(2026, 3, 2): 7.0, date(2026, 3, 9): 5.0}
    assert seconds_by_week(days) == weeks
