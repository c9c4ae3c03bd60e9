"""Where a runner stands in a training plan, as lines and as data."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from leanbreath.coach.limiter_words import limiter_words
from leanbreath.coach.plan_state import Decision, PlanState, Slot
from leanbreath.diary.drills_out import DrillOut
from leanbreath.presentation.page_parts import section
from leanbreath.presentation.plan_page import before_text, dose_texts, lean_dose
from leanbreath.routine.model import Drill
from leanbreath.score.phrases import ENGLISH

WHY_HINT = "Every decision, with its reason: leanbreath plan --why"

DAYS_A_WEEK = 7


def plan_status_lines(
    state: PlanState, today: date, drills: Mapping[str, Drill], out: Iterable[DrillOut], next_line: str
) -> Iterator[str]:
    """Yield where a runner stands: the week with its sessions, doses and levels, what stays out, and what is next.

    `drills` are those with a level, by id; `next_line` says what suits today.
    """
    yield " · ".join(_heading(state, today))
    yield from section("This week:", (_sessions_text(each, state.is_paused) for each in _by_routine(state.slots)))
    if before := state.week.before_runs or state.plan.before_runs:
        yield f"Before every run: {before_text(before)}"
    if doses := " · ".join(dose_texts(state.dose)):
        yield f"Doses: {doses}"
    yield from section(
        "Levels:", (_level_text(drills[id], level) for id, level in state.levels.items() if id in drills)
    )
    yield from section("Out because they hurt:", (f"{each.title}, until {_day(each.until)}" for each in out))
    if state.limiters:
        yield f"First: {', then '.join(map(limiter_words, state.limiters))}"
    if state.week.note:
        yield f"Note: {state.week.note}"
    yield f"Next: {next_line}"
    yield WHY_HINT


def decision_lines(decisions: Iterable[Decision]) -> Iterator[str]:
    """Yield every decision behind its day."""
    yield from (f"{each.day}  {each.text}" for each in decisions)


def week_text(state: PlanState) -> str:
    """Return the week: `week 3 of 8`, or in a plan without an end `this week`."""
    return "this week" if state.plan.repeats else f"week {state.week_number} of {len(state.plan.weeks)}"


def plan_data(state: PlanState, out: Iterable[DrillOut]) -> dict[str, Any]:
    """Return where a runner stands as data."""
    dose = state.dose
    return {
        "plan": state.plan.plan,
        "title": state.plan.title,
        "started": str(state.started),
        "week": state.week_number,
        "weeks": None if state.plan.repeats else len(state.plan.weeks),
        "week_started": str(state.week_started),
        "repeated": state.is_repeated,
        "paused": state.is_paused,
        "missed_days": state.missed_days,
        "hold_seconds": float(dose.hold) if dose.hold else None,
        "sets": dose.sets,
        "reps": dose.reps,
        "breath": dose.breath.text() if dose.breath else None,
        "levels": dict(state.levels),
        "limiters": list(state.limiters),
        "out": [{"drill": each.drill, "title": each.title, "until": str(each.until)} for each in out],
        "sessions": [_slot_data(slot) for slot in state.slots],
        "decisions": [{"day": str(each.day), "rule": each.rule, "text": each.text} for each in state.decisions],
    }


def _slot_data(slot: Slot) -> dict[str, Any]:
    return {
        "for": slot.kind,
        "routine": slot.routine,
        "fit_seconds": float(slot.fit) if slot.fit else None,
        "number": slot.number,
        "of": slot.of,
        "due": str(slot.due),
        "done": str(slot.done) if slot.done else None,
    }


def _heading(state: PlanState, today: date) -> Iterator[str]:
    yield state.plan.title
    yield week_text(state) + (", once more" if state.is_repeated else "")
    if state.is_paused:
        yield "paused"
    else:
        yield f"day {min((today - state.week_started).days + 1, DAYS_A_WEEK)} of {DAYS_A_WEEK}"


def _by_routine(slots: Iterable[Slot]) -> Iterator[tuple[Slot, ...]]:
    for _, each in groupby(slots, key=lambda slot: (slot.routine, slot.fit)):
        yield tuple(each)


def _sessions_text(slots: tuple[Slot, ...], is_paused: bool) -> str:
    """Return the sessions of a routine: `daily-12, 10 min: ● 4 March · ○ by 9 March`; in a pause nothing is due."""
    fit = f", {ENGLISH.length(slots[0].fit)}" if slots[0].fit else ""
    return f"{slots[0].routine}{fit}: {' · '.join(_mark(each, is_paused) for each in slots)}"


def _mark(slot: Slot, is_paused: bool) -> str:
    if slot.done:
        return f"● {_day(slot.done)}"
    return "○" if is_paused else f"○ by {_day(slot.due)}"


def _level_text(drill: Drill, level: int) -> str:
    of = f" of {len(drill.levels)}" if len(drill.levels) > 1 else ""
    return f"{drill.title}: level {level}{of}{lean_dose(drill, level)}"


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%B}"
