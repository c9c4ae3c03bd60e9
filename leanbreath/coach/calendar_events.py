"""The sessions of a plan that are still to come, as events of a calendar."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil
from typing import NamedTuple

from leanbreath.coach.material import Material
from leanbreath.coach.plan_state import PlanState, Slot
from leanbreath.coach.slots import week_slots
from leanbreath.coach.today import routine_seconds
from leanbreath.diary.moment import Moment

DAY = timedelta(days=1)
DAYS_A_WEEK = 7
WEEKS_AHEAD = 8
"""How many weeks of a plan without an end are in a calendar."""

WallTime = Callable[[datetime], datetime]
"""Returns a time as the runner's clock shows it: in the hour that is skipped in spring, one that exists."""


class CalendarEvent(NamedTuple):
    """A session at a time of the runner's clock; `uid` stays the same when it moves to another day."""

    uid: str
    start: datetime
    minutes: int
    title: str
    text: str


@dataclass(frozen=True)
class _Week:
    """A week that is in the calendar: its number in the plan, its sessions, and the days on which they may be."""

    number: int
    uid: str
    slots: tuple[Slot, ...]
    days: tuple[date, ...]


def calendar_events(
    state: PlanState, material: Material, now: Moment, at: time, day_starts: time, existing: WallTime
) -> tuple[CalendarEvent, ...]:
    """Return the sessions of a plan from now on, at a time of the day, spread over the days of each week.

    Several on a day follow each other. Whatever is later than its week allows is left out.
    """
    events: list[CalendarEvent] = []
    for week in (_this_week(state, now, at, day_starts), *_further_weeks(state, material)):
        following: dict[date, datetime] = {}
        for slot, day in _suggested(week):
            start = existing(following.get(day, _on_day(day, at, day_starts)))
            event = _event(state, week, slot, start, material)
            following[day] = start + timedelta(minutes=event.minutes)
            events.append(event)
    return tuple(sorted(events, key=lambda event: event.start))


def _on_day(day: date, at: time, day_starts: time) -> datetime:
    """Return a time on a training day, which goes on after midnight."""
    return datetime.combine(day + DAY if at < day_starts else day, at)


def _this_week(state: PlanState, now: Moment, at: time, day_starts: time) -> _Week:
    """Return what is left of this week: from today on, or from tomorrow if the time is past or a session is done."""
    is_late = now.at.replace(tzinfo=None) > _on_day(now.day, at, day_starts)
    first = now.day + DAY if is_late or any(slot.done == now.day for slot in state.slots) else now.day
    last = max((slot.due for slot in state.slots), default=first - DAY)
    open_slots = tuple(slot for slot in state.slots if slot.done is None and slot.due >= first)
    return _Week(state.week_number, _uid(state, state.week_number, state.week_started), open_slots, _days(first, last))


def _further_weeks(state: PlanState, material: Material) -> Iterator[_Week]:
    """Yield the weeks of the plan after this one; one that repeats has no last week."""
    last = max((slot.due for slot in state.slots), default=state.week_started + 6 * DAY)
    weeks, number = state.plan.weeks, state.week_number
    count = WEEKS_AHEAD if state.plan.repeats else len(weeks) - number
    for _ in range(count):
        number = number % len(weeks) + 1
        days = _days(last + DAY, last + DAYS_A_WEEK * DAY)
        slots = week_slots(weeks[number - 1].sessions, days, (), material.kind_of)
        yield _Week(number, _uid(state, number, days[0]), slots, days)
        last = days[-1]


def _uid(state: PlanState, number: int, first: date) -> str:
    """Return what the ids of a week's events begin with; a plan that repeats has no week by its number alone."""
    week = f"{first:%Y%m%d}" if state.plan.repeats else f"week-{number}"
    return f"{state.started:%Y%m%d}-{state.plan.plan}-{week}"


def _days(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + number * DAY for number in range((last - first).days + 1))


def _suggested(week: _Week) -> Iterator[tuple[Slot, date]]:
    """Yield each slot with the day that is suggested for it, never after it is due; kinds share a day only if full."""
    used: set[date] = set()
    for kind in dict.fromkeys(slot.kind for slot in week.slots):
        slots = [slot for slot in week.slots if slot.kind == kind]
        free = [day for day in week.days if day not in used]
        for slot, day in zip(slots, _spread(free if len(free) >= len(slots) else week.days, len(slots)), strict=True):
            used.add(min(day, slot.due))
            yield slot, min(day, slot.due)


def _spread(days: Sequence[date], count: int) -> Iterator[date]:
    """Yield so many of these days, evenly spread, the first of them first."""
    yield from (days[number * len(days) // count] for number in range(count))


def _event(state: PlanState, week: _Week, slot: Slot, start: datetime, material: Material) -> CalendarEvent:
    routine = material.routine(slot.routine)
    seconds = slot.fit or routine_seconds(routine)
    of = "Session" if state.plan.repeats else f"Week {week.number} of {len(state.plan.weeks)}, session"
    place = f"{of} {slot.number} of {slot.of}."
    uid = f"{week.uid}-{slot.kind}-{slot.number}@leanbreath"
    return CalendarEvent(uid, start, ceil(seconds / 60), routine.title, f"{state.plan.title}. {place}")
