"""What the sessions in the diary add up to.

What is done counts for the training day on which it is done: a session from 03:55 to 04:08 has work on two days, and
itself counts once, for the day on which it ends.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from leanbreath.diary.events import SessionRow
from leanbreath.diary.moment import Moment

SHORTEST_SECONDS = 60.0
"""A session with less work than this was merely begun, and does not count."""

DATE_LINE = timedelta(hours=12)
"""A clock that is set forward by more crossed the date line, where the calendar skips a day."""


class Week(NamedTuple):
    """How many sessions a week has, and how many minutes of drills."""

    sessions: int
    minutes: int

    @property
    def summary(self) -> str:
        """The week in words, such as `3 sessions, 31 minutes`."""
        if not self.sessions:
            return "nothing yet"
        return f"{_counted(self.sessions, 'session')}, {_counted(self.minutes, 'minute')}"


def week(sessions: Iterable[SessionRow], day: date) -> Week:
    """Return what was done in the week of a day, from Monday up to and including that day.

    Sessions that ended in it are counted; the minutes are those of all work done in it.
    """
    counted = tuple(each for each in sessions if each.done_seconds >= SHORTEST_SECONDS)
    ended = sum(_is_in_week(each.last.day, day) for each in counted)
    done = (row.done_seconds for each in counted for row in each.work if row.at and _is_in_week(row.at.day, day))
    return Week(ended, round(sum(done) / 60))


def streak(sessions: Iterable[SessionRow], now: Moment) -> int:
    """Return on how many training days in a row there was work, up to the latest.

    The streak is 0 once a whole day was missed; today is not missed until it is over. A date that the runner lost by
    crossing the date line is not missed either.
    """
    counted = (each for each in sessions if each.done_seconds >= SHORTEST_SECONDS)
    moments = sorted((row.at for each in counted for row in each.work if row.at), reverse=True)
    days: set[date] = set()
    later = now
    for each in moments:
        if not _follows(each, later):
            break
        days.add(each.day)
        later = each
    return len(days)


def _follows(earlier: Moment, later: Moment) -> bool:
    """Return whether no day was missed between two moments."""
    forward = (later.at.utcoffset() or timedelta()) - (earlier.at.utcoffset() or timedelta())
    return (later.day - earlier.day).days <= (2 if forward > DATE_LINE else 1)


def _is_in_week(event: date, day: date) -> bool:
    return event <= day and event.isocalendar()[:2] == day.isocalendar()[:2]


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
