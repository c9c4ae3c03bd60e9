"""What a training day asks for: the next open slot of the week, or something that is no dose."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from fractions import Fraction
from typing import Literal, NamedTuple

from leanbreath.coach.day_so_far import DaySoFar
from leanbreath.coach.plan_state import PlanState, Slot
from leanbreath.routine.plan import Before

TodayKind = Literal["continue", "first", "plan", "extra", "rest", "paused"]

TOUR, DAILY, WARMUP, EASY_WARMUP = "first-tour-7", "daily-12", "pre-run-6", "pre-run-easy"

NO_DOSE = ("breath-lesson-12", "quiet-evening")
"""Awareness and breathing without a stretch or a lean, so that they can be done on any day, and twice."""

WEEK_DAYS = 7
DAY = timedelta(days=1)


class Choice(NamedTuple):
    """A routine, the kind of suggestion it is, and why; `slot` is what it fills, `fit` the length it is fitted to."""

    kind: TodayKind
    routine: str
    why: str
    slot: Slot | None = None
    fit: Fraction | None = None


def _pause_text(state: PlanState) -> str:
    place = "" if state.plan.repeats else f" in week {state.week_number}"
    return f"Your plan is paused{place}."


def plan_choices(state: PlanState, day: DaySoFar) -> Iterator[Choice]:
    """Yield what suits a day in a plan, the best first; there is always more than one choice."""
    if state.is_paused:
        yield from _extras(day, warmup(state), "paused", _pause_text(state))
        return
    if slot := _lean_lab(state, day):
        yield _of_slot("plan", slot, "In your easy run, once you are warm.")
    if slot := _next_slot(state, day):
        if _is_rest_fine(state, slot, day):
            yield _of_slot("rest", slot, f"Rest is fine today: {_progress(state, slot, day)}.")
        else:
            yield _of_slot("plan", slot, f"{_progress(state, slot, day)}.")
    yield from _extras(day, warmup(state), "extra", _nothing_due(state, day))


def free_choices(day: DaySoFar, is_beginner: bool) -> Iterator[Choice]:
    """Yield what suits a day without a plan, the best first."""
    if "daily" not in day.kinds:
        yield Choice("extra", DAILY, "Not done yet today.")
    yield from _extras(
        day, before_run(None, is_beginner), "extra", "Your home session is done." if "daily" in day.kinds else ""
    )


def home_session(state: PlanState | None) -> Choice:
    """Return the home session that is due next; where none is, the latest of the week, or the usual one."""
    slots = sorted((slot for slot in state.slots if slot.kind == "daily"), key=lambda slot: slot.due) if state else []
    found = next((slot for slot in slots if slot.done is None), slots[-1] if slots else None)
    return _of_slot("plan", found, "") if found else Choice("extra", DAILY, "")


def before_run(state: PlanState | None, is_beginner: bool) -> Choice:
    """Return the warm-up before a run: that of the plan's week, else one without falling starts for beginners."""
    return warmup(state) if state else Choice("extra", EASY_WARMUP if is_beginner else WARMUP, "")


def warmup(state: PlanState) -> Choice:
    """Return what a plan has before a run this week."""
    before = state.week.before_runs or state.plan.before_runs or EASY_WARMUP
    return (
        Choice("extra", before.routine, "", fit=before.fit)
        if isinstance(before, Before)
        else Choice("extra", before, "")
    )


def _extras(day: DaySoFar, first: Choice, kind: TodayKind, why: str) -> Iterator[Choice]:
    """Yield what is no dose: a warm-up until there was one, then breathing that wasn't done yet today."""
    if not day.has_run:
        yield first._replace(kind=kind, why=f"{why} Before a run, warm up.".strip())
    for routine in sorted(NO_DOSE, key=lambda name: name in day.routines):
        yield Choice(kind, routine, f"{why} If you like, a quiet one.".strip())


def _of_slot(kind: TodayKind, slot: Slot, why: str) -> Choice:
    return Choice(kind, slot.routine, why, slot, slot.fit)


def _open(state: PlanState) -> list[Slot]:
    return sorted((slot for slot in state.slots if slot.done is None), key=lambda slot: slot.due)


def _lean_lab(state: PlanState, day: DaySoFar) -> Slot | None:
    """Return the next lean lab on a day with a run, unless it was done or the runner is tired."""
    if not day.has_run or day.is_tired or "lean-lab" in day.kinds:
        return None
    return next((slot for slot in _open(state) if slot.kind == "lean-lab"), None)


def _next_slot(state: PlanState, day: DaySoFar) -> Slot | None:
    """Return the next slot, of each kind one a day; once a session of the plan is done, only what is due today."""
    slots = (slot for slot in _open(state) if slot.kind not in {*day.kinds, "lean-lab"})
    is_over = any(slot.kind in day.kinds for slot in state.slots)
    return next((slot for slot in slots if not is_over or slot.due == day.now.day), None)


def _is_rest_fine(state: PlanState, slot: Slot, day: DaySoFar) -> bool:
    """Return whether the runner is ahead of an even week, and nothing is due today."""
    passed = WEEK_DAYS - _days_left(state, day)
    return slot.due > day.now.day and _done(state.slots, slot) * WEEK_DAYS > passed * slot.of


def _progress(state: PlanState, slot: Slot, day: DaySoFar) -> str:
    left = _days_left(state, day)
    return f"{_done(state.slots, slot)} of {slot.of} done, {left} day{'' if left == 1 else 's'} left"


def _done(slots: Iterable[Slot], kind_of: Slot) -> int:
    """Return how many slots of the same kind are filled."""
    return sum(each.done is not None and each.kind == kind_of.kind for each in slots)


def _days_left(state: PlanState, day: DaySoFar) -> int:
    """Return how many days the week has left, with this one."""
    last = max((slot.due for slot in state.slots), default=state.week_started + (WEEK_DAYS - 1) * DAY)
    return max((last - day.now.day).days + 1, 1)


def _nothing_due(state: PlanState, day: DaySoFar) -> str:
    """Return why nothing is due."""
    left = _open(state)
    if not left:
        return "Everything in this week is done."
    if any(slot.kind in day.kinds for slot in state.slots):
        return "Today's session is done."
    return "Rest is fine today; the lean lab comes in your next easy run."
