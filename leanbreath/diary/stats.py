"""What the sessions in the diary add up to."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from leanbreath.diary.events import SessionRow

SHORTEST_SECONDS = 60.0
"""A session with less work than this was merely begun, and does not count."""


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
    """Return what was done in the week of a day, from Monday up to and including that day."""
    number = day.isocalendar()[:2]
    in_week = (each for each in sessions if each.started.date() <= day and _week_number(each) == number)
    done = [each.done_seconds for each in in_week if each.done_seconds >= SHORTEST_SECONDS]
    return Week(len(done), round(sum(done) / 60))


def painful_drills(sessions: Iterable[SessionRow], day: date) -> tuple[str, ...]:
    """Return the drills that hurt on a day, by id, or by title if they have none."""
    rows = (row for session in sessions if session.started.date() == day for row in session.work if row.hurt)
    return tuple(dict.fromkeys(row.drill or row.title for row in rows))


def _week_number(session: SessionRow) -> tuple[int, int]:
    return session.started.date().isocalendar()[:2]


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
