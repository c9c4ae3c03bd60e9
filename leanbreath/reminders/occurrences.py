"""When a reminder comes: the next time, and the latest time that is past, by the runner's clock."""

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta

from leanbreath.reminders.reminder import Reminder

LATEST_SKIPPED = time(4)
"""No clock is put forward over a time from here on."""

DAY = timedelta(days=1)
WEEK = 7

LocalTime = Callable[[datetime], datetime]
"""Returns the instant of a time of the runner's clock, with its offset.

In the hour that is skipped in spring it is the time that a clock shows which wasn't put forward, and so an hour later.
"""


def next_run(reminder: Reminder, now: datetime, local: LocalTime) -> datetime:
    """Return when a reminder comes next after now, a time with its offset."""
    return next(at for at in _runs(reminder, now - DAY, 1, local) if at > now)


def latest_run(reminder: Reminder, now: datetime, local: LocalTime) -> datetime:
    """Return when a reminder came last, up to now."""
    return next(at for at in _runs(reminder, now + DAY, -1, local) if at <= now)


def is_missed(reminder: Reminder, shown: datetime | None, now: datetime, local: LocalTime) -> bool:
    """Return whether the latest reminder up to now has not been shown yet; `shown` is when one was shown last."""
    return shown is None or shown < latest_run(reminder, now, local)


def hours_to_run(at: time) -> tuple[int, ...]:
    """Return the hours at which a scheduler looks: a second time where it would leave out a time skipped in spring."""
    return (at.hour, at.hour + 1) if at < LATEST_SKIPPED else (at.hour,)


def _runs(reminder: Reminder, start: datetime, step: int, local: LocalTime) -> Iterator[datetime]:
    """Yield the runs from the day of `start` on, forward or back, for more than a week."""
    for number in range(WEEK + 3):
        day = (start + step * number * DAY).date()
        if reminder.is_on(day):
            yield local(datetime.combine(day, reminder.at))
