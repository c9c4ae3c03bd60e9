"""What the sessions in the diary come to."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from leanbreath.diary.store import SessionRow

LEAST_SECONDS = 60.0
"""Less than so much work is no session, but one that was merely begun."""


class Week(NamedTuple):
    """How many sessions a week holds, and how many minutes of drills."""

    sessions: int
    minutes: int

    @property
    def words(self) -> str:
        """The week in words."""
        many = "1 session" if self.sessions == 1 else f"{self.sessions} sessions"
        return f"{many}, {self.minutes} minute{'' if self.minutes == 1 else 's'}" if self.sessions else "nothing yet"


def week(sessions: Iterable[SessionRow], day: date) -> Week:
    """Return what was done in the week of a day, which begins on its Monday, up to that day's end."""
    number = day.isocalendar()[:2]
    days = ((each.started.date(), each.done_seconds) for each in sessions)
    held = [done for on, done in days if on.isocalendar()[:2] == number and on <= day and done >= LEAST_SECONDS]
    return Week(len(held), round(sum(held) / 60))
