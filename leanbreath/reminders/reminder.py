"""A reminder: a time of the day and days of the week, by the runner's clock."""

import re
from datetime import date, time
from typing import Literal, NamedTuple, get_args

from leanbreath.routine.basic_notations import NotationError
from leanbreath.userdata.settings import parse_time_of_day

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = get_args(Day)
DAILY = "daily"

WRITTEN = re.compile(r"remind --notify --at (\d+:\d\d) --days ([a-z,]+)")
"""How a reminder stands in the command that every scheduler runs."""


class Reminder(NamedTuple):
    """When to remind; `days` are in the order of the week."""

    at: time
    days: tuple[Day, ...] = DAYS

    @property
    def at_text(self) -> str:
        """The time as it is written: `7:30`."""
        return f"{self.at.hour}:{self.at.minute:02}"

    @property
    def days_text(self) -> str:
        """The days as they are written: `daily` or `mon,wed,fri`."""
        return DAILY if self.is_daily else ",".join(self.days)

    @property
    def is_daily(self) -> bool:
        """Whether it comes every day."""
        return self.days == DAYS

    @property
    def arguments(self) -> str:
        """What follows `leanbreath` in the command that a scheduler runs."""
        return f"remind --notify --at {self.at_text} --days {self.days_text}"

    @property
    def text(self) -> str:
        """The reminder in words: `7:30 on Mon, Wed, Fri`."""
        days = "every day" if self.is_daily else f"on {', '.join(day.title() for day in self.days)}"
        return f"{self.at_text} {days}"

    def is_on(self, day: date) -> bool:
        """Return whether it comes on a day."""
        return DAYS[day.weekday()] in self.days


def parse_days(text: str) -> tuple[Day, ...]:
    """Return days from `daily` or `mon,wed,fri`; raise `NotationError` for anything else."""
    if text.strip().lower() == DAILY:
        return DAYS
    names = [name.strip().lower()[:3] for name in text.split(",")]
    if unknown := [given.strip() for given, name in zip(text.split(","), names, strict=True) if name not in DAYS]:
        raise NotationError(f'no day "{unknown[0]}"', "write days such as mon,wed,fri, or daily")
    return tuple(day for day in DAYS if day in names)


def find_reminder(text: str) -> Reminder | None:
    """Return the reminder that a scheduler's text holds, None if it holds none."""
    found = WRITTEN.search(text)
    try:
        return Reminder(parse_time_of_day(found[1]), parse_days(found[2])) if found else None
    except NotationError:
        return None
