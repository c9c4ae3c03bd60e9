"""How a runner keeps to a plan: the streak of due days, how many of the last were kept, a strength that forgives.

A due day is the latest day on which a slot of a plan can be filled. Rest days lie between due days, and days of a pause
have none, so that neither adds to anything or breaks it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, groupby, takewhile
from math import sqrt
from typing import NamedTuple

from leanbreath.coach.plan_state import Slot

LATEST_DUE = 14
"""Of so many due days it is said how many were kept."""

WINDOW_DAYS = 7
"""The training days over which done sessions are compared with due ones."""

HALF_LIFE_DAYS = 13
"""After so many days without practice the strength of a daily habit is halved."""

DAY = timedelta(days=1)


class DueDay(NamedTuple):
    """A day on which sessions were due, and whether all of them were done by its end."""

    day: date
    is_kept: bool


@dataclass(frozen=True)
class Keeping:
    """`streak` due days kept in a row, `kept` of the latest `due`, and a strength of 0 to 1."""

    streak: int
    kept: int
    due: int
    strength: float


def keeping(slots: Iterable[Slot], paused: Collection[date], day: date) -> Keeping:
    """Return how the slots of all weeks so far were kept, up to a day; that day counts against nobody."""
    slots = tuple(slots)
    over = due_days(slots, day)
    latest = over[-LATEST_DUE:]
    kept = sum(each.is_kept for each in latest)
    return Keeping(streak(over), kept, len(latest), strength(slots, paused, day))


def due_days(slots: Iterable[Slot], day: date) -> tuple[DueDay, ...]:
    """Return the due days up to a day, in order; the day itself only if it is kept already."""
    ordered = sorted((each for each in slots if each.due <= day), key=lambda slot: slot.due)
    days = (DueDay(due, all(map(_was_kept, each))) for due, each in groupby(ordered, key=lambda slot: slot.due))
    return tuple(each for each in days if each.day < day or each.is_kept)


def streak(days: Sequence[DueDay]) -> int:
    """Return how many of the latest due days were kept in a row."""
    return sum(1 for _ in takewhile(lambda each: each.is_kept, reversed(days)))


def strength(slots: Iterable[Slot], paused: Collection[date], day: date) -> float:
    """Return the strength of the habit at the beginning of a day, from 0 to 1.

    Each day without a pause moves it towards the share of due sessions that were done, over the seven latest such days,
    the faster the more days are due.
    """
    by_day = _slots_by_day(slots)
    first = min(by_day, default=day)
    active = [each for each in _days(first - WINDOW_DAYS * DAY, day) if each not in paused]
    value = 0.0
    for end in range(WINDOW_DAYS, len(active) + 1):
        value = _updated(value, active[end - WINDOW_DAYS : end], by_day)
    return value


def _slots_by_day(slots: Iterable[Slot]) -> Mapping[date, Sequence[tuple[int, Slot]]]:
    """Return numbered slots by the days on which they were due or done."""
    by_day: dict[date, list[tuple[int, Slot]]] = defaultdict(list)
    for number, slot in enumerate(slots):
        for day in {slot.due, slot.done or slot.due}:
            by_day[day].append((number, slot))
    return by_day


def _updated(value: float, window: Sequence[date], by_day: Mapping[date, Sequence[tuple[int, Slot]]]) -> float:
    """Return a strength after the last day of a window; sessions done early or late within it count."""
    slots = dict(chain.from_iterable(by_day.get(each, ()) for each in window)).values()
    due = [slot.due for slot in slots if slot.due in window]
    if not due:
        return value
    done = sum(slot.done is not None and slot.done <= window[-1] for slot in slots)
    kept: float = 0.5 ** (sqrt(len(set(due)) / WINDOW_DAYS) / HALF_LIFE_DAYS)
    return value * kept + min(done / len(due), 1) * (1 - kept)


def _was_kept(slot: Slot) -> bool:
    return slot.done is not None and slot.done <= slot.due


def _days(first: date, end: date) -> Iterable[date]:
    """Yield the days from the first up to but not including the end."""
    return (first + number * DAY for number in range((end - first).days))
