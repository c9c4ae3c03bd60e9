"""Training by weeks of the calendar, from Monday to Sunday."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

WEEK = timedelta(weeks=1)


class TrainingWeek(NamedTuple):
    """A week of the calendar: its Monday, the sessions that ended in it, the work done in it, and on how many days."""

    monday: date
    sessions: int
    seconds: float
    days: int

    @property
    def minutes(self) -> int:
        """The work in whole minutes."""
        return round(self.seconds / 60)


def monday_of(day: date) -> date:
    """Return the Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def mondays(last: date, count: int) -> tuple[date, ...]:
    """Return the Mondays of some weeks in a row, up to the week of a day."""
    return tuple(monday_of(last) - WEEK * back for back in reversed(range(count)))


def training_week(seconds: Mapping[date, float], sessions: Mapping[date, int], day: date) -> TrainingWeek:
    """Return the week of a day, from seconds of work and numbers of sessions by training day."""
    days = [monday_of(day) + timedelta(days=number) for number in range(7)]
    done = [seconds.get(each, 0.0) for each in days]
    ended = sum(sessions.get(each, 0) for each in days)
    return TrainingWeek(days[0], ended, sum(done), sum(each > 0 for each in done))


def latest_weeks(
    seconds: Mapping[date, float], sessions: Mapping[date, int], today: date, count: int
) -> tuple[TrainingWeek, ...]:
    """Return some weeks in a row, this week the last of them."""
    return tuple(training_week(seconds, sessions, monday) for monday in mondays(today, count))


def seconds_by_week(seconds: Mapping[date, float]) -> dict[date, float]:
    """Return how many seconds of work were done in each week that has some, by its Monday."""
    weeks: dict[date, float] = {}
    for day in sorted(seconds):
        weeks[monday_of(day)] = weeks.get(monday_of(day), 0.0) + seconds[day]
    return weeks
