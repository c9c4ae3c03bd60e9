"""The line about the week that is just over, which is shown on Mondays."""

from collections.abc import Iterable
from datetime import date

from leanbreath.coach.training_weeks import latest_weeks
from leanbreath.coach.weekly_summary import WeeklySummary, weekly_summary
from leanbreath.diary.events import SessionRow
from leanbreath.diary.stats import Week
from leanbreath.diary.training_totals import seconds_by_day, sessions_by_day

COMPARED_WEEKS = 3
"""This week, the one that is over, and the one that it is compared with."""


def weekly_line(sessions: Iterable[SessionRow], today: date) -> str:
    """Return the line about the week before that of a Monday; empty on other days, or if there is nothing to say."""
    if today.weekday():
        return ""
    known = tuple(sessions)
    weeks = latest_weeks(seconds_by_day(known), sessions_by_day(known), today, COMPARED_WEEKS)
    return weekly_summary_line(weekly_summary(weeks, today))


def weekly_summary_line(summary: WeeklySummary | None) -> str:
    """Return what the week that is just over came to; empty if there is nothing to say."""
    if summary is None:
        return ""
    week = summary.week
    if not week.sessions:
        return "Last week: no sessions. This week is a new start."
    days = "1 day" if week.days == 1 else f"{week.days} days"
    return f"Last week: {Week(week.sessions, week.minutes).summary} on {days}{_compared(summary)}."


def _compared(summary: WeeklySummary) -> str:
    """Return how a week compares with the one before, if that had any sessions."""
    if summary.more_minutes is None:
        return ""
    if summary.more_minutes == 0:
        return ", as many minutes as the week before"
    return f", {abs(summary.more_minutes)} {'more' if summary.more_minutes > 0 else 'fewer'} than the week before"
