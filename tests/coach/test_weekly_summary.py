"""On Mondays the week that is just over is summed up, against the one before."""

from datetime import date

import pytest

from leanbreath.coach.training_weeks import TrainingWeek, mondays
from leanbreath.coach.weekly_summary import weekly_summary
from leanbreath.presentation.weekly_line import weekly_line, weekly_summary_line
from tests.history import sessions

MONDAY = date(2026, 3, 2)


def summary(before: tuple[int, int, int], last: tuple[int, int, int], today: date = MONDAY) -> str:
    """Return the line for two weeks of so many sessions, minutes and days."""
    first, second, third = mondays(today, 3)
    made = [
        TrainingWeek(monday, sessions, minutes * 60.0, days)
        for monday, (sessions, minutes, days) in ((first, before), (second, last))
    ]
    return weekly_summary_line(weekly_summary((*made, TrainingWeek(third, 0, 0.0, 0)), today))


@pytest.mark.parametrize(
    ("before", "last", "line"),
    [
        ((3, 30, 3), (4, 42, 4), "Last week: 4 sessions, 42 minutes on 4 days, 12 more than the week before."),
        ((3, 30, 3), (1, 9, 1), "Last week: 1 session, 9 minutes on 1 day, 21 fewer than the week before."),
        ((3, 30, 3), (2, 30, 2), "Last week: 2 sessions, 30 minutes on 2 days, as many minutes as the week before."),
        ((0, 0, 0), (2, 30, 2), "Last week: 2 sessions, 30 minutes on 2 days."),
        ((3, 30, 3), (0, 0, 0), "Last week: no sessions. This week is a new start."),
        ((0, 0, 0), (0, 0, 0), ""),
    ],
)
def test_the_week_before_is_compared_with_if_it_had_sessions(before, last, line):
    assert summary(before, last) == line


@pytest.mark.parametrize("day", range(3, 9))
def test_there_is_no_summary_on_other_days(day):
    assert summary((3, 30, 3), (4, 42, 4), date(2026, 3, day)) == ""


def test_the_line_follows_from_the_sessions():
    line = "Last week: 3 sessions, 30 minutes on 3 days, as many minutes as the week before."
    assert weekly_line(sessions(), MONDAY) == line
    assert weekly_line(sessions(), date(2026, 3, 3)) == weekly_line((), MONDAY) == ""
