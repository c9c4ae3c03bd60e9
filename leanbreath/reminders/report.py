"""The reminders that are set, as `leanbreath remind` and `leanbreath doctor` describe them."""

from collections.abc import Iterator
from datetime import datetime

from leanbreath.reminders.installation import installed, is_active, is_current
from leanbreath.reminders.occurrences import LocalTime, is_missed, next_run
from leanbreath.reminders.reminder import Reminder
from leanbreath.reminders.scheduler import SCHEDULERS, Name
from leanbreath.reminders.shown import Shown, read_shown

NONE = "none; leanbreath remind --at 7:30 sets one"


def reminder_lines(now: datetime, local: LocalTime) -> Iterator[str]:
    """Yield what is set, when it was shown last and comes next, and what is wrong with it."""
    found = installed()
    if not found:
        yield NONE
    shown = read_shown()
    for scheduler, reminder in found.items():
        yield f"{reminder.text}, by {SCHEDULERS[scheduler].TITLE}"
        yield f"last: {_last(shown)}; next: {moment_text(next_run(reminder, now, local))}"
        yield from _problems(scheduler, reminder, shown, now, local)
    if len(found) > 1:
        yield "set more than once; leanbreath remind --off removes all of them"


def moment_text(at: datetime) -> str:
    """Return a moment in words: `Fri 27 Nov, 7:30`."""
    return f"{at:%a} {at.day} {at:%b}, {at.hour}:{at.minute:02}"


def _last(shown: Shown) -> str:
    return moment_text(shown.shown) if shown.shown else "not yet"


def _problems(scheduler: Name, reminder: Reminder, shown: Shown, now: datetime, local: LocalTime) -> Iterator[str]:
    again = f"leanbreath remind --at {reminder.at_text} --days {reminder.days_text}"
    if not is_current(scheduler, reminder):
        yield f"it starts another leanbreath, or an older one; renew it with  {again}"
    if not is_active(scheduler):
        yield f"its timer isn't active; renew it with  {again}"
    elif is_missed(reminder, shown.latest, now, local):
        yield "the latest one was missed; it is shown when you log in next, or within an hour"
