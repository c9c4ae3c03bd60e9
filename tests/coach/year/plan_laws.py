"""What must hold of a plan on every day of a year: how levels rise, doses grow, and the plan steps back.

The expectations are those of the domain's plan, counted here from what was played.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from leanbreath.coach.material import Material
from leanbreath.coach.plan_state import PlanState
from tests.coach.year.simulation import DayRecord, Practice

MOST_CLEAN_EFFORT = 4


def levels_rise_by_one_after_two_sessions(days: Sequence[DayRecord], material: Material) -> Iterator[str]:
    """A drill rises above the highest level that it has had by one, and only after two sessions that went well.

    Two more sessions on the same day may lift it once more.
    """
    highest: dict[str, int] = {}
    clean: dict[str, int] = defaultdict(int)
    lately: dict[str, int] = {}
    lean = _lean_drills(material)
    for day in days:
        levels = dict(day.state.levels) if day.state else {}
        decided = {each.rule for each in day.state.decisions if each.day == day.day} if day.state else set()
        if decided & {"missed-step-back", "missed-restart"}:
            lowest = "missed-restart" in decided
            highest |= {drill: 1 if lowest else max(highest[drill] - 1, 1) for drill in lean & highest.keys()}
        for drill, level in levels.items():
            risen = level - highest.get(drill, 1)
            if risen > 0 and "level-chosen" not in decided:
                if risen > min(clean[drill] // 2, 1 + lately.get(drill, 0) // 2):
                    yield f"{day.day}: {drill} rises by {risen} after {clean[drill]} clean sessions"
                clean[drill] -= 2 * risen
            highest[drill] = max(level, highest.get(drill, 1))
        before = dict(clean)
        for practice in day.practices:
            _count_clean(practice, clean, highest, lean)
        lately = {drill: count - before.get(drill, 0) for drill, count in clean.items()}


def _lean_drills(material: Material) -> frozenset[str]:
    """Return the drills whose levels the plans set."""
    return frozenset(drill for plan in material.plans.values() for week in plan.weeks for drill in week.lean or {})


def _count_clean(practice: Practice, clean: dict[str, int], highest: dict[str, int], lean: frozenset[str]) -> None:
    """Count a clean session of each drill that was done at the level it has reached; one that was not clean resets.

    A lean drill must be held in line too: leaning that felt harder was not. Without an answer a session says nothing.
    """
    session = practice.session
    hurt = {row.drill for row in session.work if row.hurt}
    for drill in {row.drill for row in session.work if row.drill}:
        rows = [row for row in session.work if row.drill == drill]
        share = sum(row.done_seconds for row in rows) / sum(row.planned_seconds for row in rows)
        if drill in hurt:
            highest[drill], clean[drill] = 1, 0
        elif share >= 0.8 and min(row.level or 1 for row in rows) >= highest.get(drill, 1):
            is_lean = drill in lean
            is_crooked = is_lean and session.lean == "harder"
            if hurt or session.pain == "some" or (session.effort or 0) > MOST_CLEAN_EFFORT or is_crooked:
                clean[drill] = 0
            elif session.effort is not None and not (is_lean and session.lean is None):
                clean[drill] += 1


def doses_grow_by_their_steps(days: Sequence[DayRecord], material: Material) -> Iterator[str]:
    """From the last week that wasn't lighter to another, each dose grows by its step at most."""
    last: PlanState | None = None
    began: tuple[object, ...] = ()
    for day in days:
        state = day.state
        if state is None or any(
            each.rule in ("start", "missed-restart") and each.day == day.day for each in state.decisions
        ):
            last = None
        if state is None:
            continue
        if last and (state.plan.plan, state.week_started) != began:
            yield from (f"{day.day}: {text}" for text in _grown_too_fast(last, state, material))
        began = state.plan.plan, state.week_started
        if state.week.phase != "lighter":
            last = state


def _grown_too_fast(last: PlanState, state: PlanState, material: Material) -> Iterator[str]:
    before, now = last.dose, state.dose
    if before.hold and now.hold and now.hold > before.hold + 5:
        yield f"holds grow from {before.hold} to {now.hold} s"
    if before.reps and now.reps and now.reps > before.reps + 2:
        yield f"reps grow from {before.reps} to {now.reps}"
    if before.breath and now.breath and now.breath.seconds > before.breath.seconds + 2:
        yield f"breaths grow from {before.breath.seconds} to {now.breath.seconds} s"
    held = _static_seconds_a_week(last, material), _static_seconds_a_week(state, material)
    if held[0] and state.week.phase != "lighter" and held[1] > held[0] * Fraction(3, 2):
        yield f"the static seconds of a week grow from {held[0]} to {held[1]}"


def _static_seconds_a_week(state: PlanState, material: Material) -> Fraction:
    times = sum(each.times for each in state.week.sessions if material.kind_of(each.routine) == "daily")
    return (state.dose.hold or Fraction(0)) * (state.dose.sets or 1) * times


FULL_WEEK_BEFORE = {1: 1, 2: 1, 3: 2, 4: 3, 5: 3, 6: 5, 7: 6, 8: 7}
"""The week before each of the eight that isn't lighter; the first has none."""


def missed_days_step_back(days: Sequence[DayRecord], material: Material) -> Iterator[str]:
    """After 8 missed days the full week before is due with lower lean levels; after 22 week 1."""
    before: PlanState | None = None
    lean = _lean_drills(material)
    for day in days:
        state = day.state
        if state and not state.is_paused and state.plan.plan == "eight-weeks":
            if state.missed_days > 21 and state.week_number != 1:
                yield f"{day.day}: {state.missed_days} days missed, and week {state.week_number} is due"
            if before and before.missed_days == 7 and state.missed_days == 8:
                if state.week_number != FULL_WEEK_BEFORE[before.week_number]:
                    yield f"{day.day}: 8 days missed in week {before.week_number}, and {state.week_number} is due"
                if any(
                    state.levels.get(drill, 1) > max(had - 1, 1)
                    for drill, had in before.levels.items()
                    if drill in lean
                ):
                    yield f"{day.day}: 8 days missed, and lean levels stay"
        before = state if state and not state.is_paused and state.plan.plan == "eight-weeks" else None


def two_hard_sessions_step_down(days: Sequence[DayRecord], material: Material) -> Iterator[str]:
    """After two sessions in a row with an effort of 7 or more, holds are shorter for the rest of the week."""
    before: PlanState | None = None
    hard, is_due = 0, False
    for day in days:
        state = day.state
        if before and state and is_due and state.week_started == before.week_started:
            easiest = min(week.hold for week in state.plan.weeks if week.hold)
            if before.dose.hold and easiest < before.dose.hold == state.dose.hold:
                yield f"{day.day}: two hard sessions, and holds stay at {state.dose.hold} s"
        before, is_due = state, False
        for practice in day.practices:
            if practice.session.effort is not None and practice.session.done_seconds:
                hard = hard + 1 if practice.session.effort >= 7 else 0
                is_due, hard = is_due or hard == 2, hard % 2
