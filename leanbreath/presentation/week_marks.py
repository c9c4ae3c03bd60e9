"""The week as seven marks: days on which a session was done, is due or was missed, and days of rest."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from leanbreath.coach.plan_state import Slot

DayKind = Literal["done", "due", "rest", "missed"]

MARKS: dict[DayKind, str] = {"done": "●", "due": "○", "rest": "·", "missed": "×"}
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")

LEGEND = "  ".join(f"{mark} {kind}" for kind, mark in MARKS.items()) + "  [ ] today"


class DayMark(NamedTuple):
    """A day and what it was or is for; rest is allowed on any day on which nothing is due at the latest."""

    day: date
    kind: DayKind
    is_today: bool


def week_marks(
    slots: Iterable[Slot], done: Collection[date], first: date, today: date, is_paused: bool = False
) -> tuple[DayMark, ...]:
    """Return the marks of seven days from the first; `done` are the days with a session that counts.

    A slot that was filled after its due day was missed on that day. In a pause nothing is due or missed.
    """
    due = () if is_paused else tuple(slots)
    days = (first + timedelta(days=number) for number in range(7))
    return tuple(DayMark(day, _kind(day, due, done, today), day == today) for day in days)


def _kind(day: date, slots: tuple[Slot, ...], done: Collection[date], today: date) -> DayKind:
    if day in done:
        return "done"
    if not any(slot.due == day and (slot.done is None or slot.done > day) for slot in slots):
        return "rest"
    return "missed" if day < today else "due"


def week_lines(marks: Iterable[DayMark]) -> tuple[str, str]:
    """Return the names of the days and the marks below them; today's mark stands in brackets."""
    marks = tuple(marks)
    names = (f" {DAYS[mark.day.weekday()]} " for mark in marks)
    return " ".join(names).rstrip(), " ".join(map(_mark, marks)).rstrip()


def _mark(mark: DayMark) -> str:
    shown = MARKS[mark.kind]
    return f"[{shown}] " if mark.is_today else f" {shown}  "


def week_words(marks: Iterable[DayMark]) -> str:
    """Return the marks in one short line: `Mo ● Tu · We [○] …`."""
    each = (f"{DAYS[mark.day.weekday()]} {_mark(mark).strip()}" for mark in marks)
    return "  ".join(each)
