"""How a plan moves on when a week of it is over."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from leanbreath.coach.plan_state import Slot
from leanbreath.coach.replay_state import ReplayState, lean_drills
from leanbreath.coach.slots import KindOf
from leanbreath.coach.week_dose import week_dose
from leanbreath.routine.plan import Plan

DAYS_A_WEEK = 7


def enter_week(
    state: ReplayState, index: int, kind_of: KindOf, is_repeated: bool = False, is_held: bool = False
) -> ReplayState:
    """Return the state with a week of its plan, by its index, beginning on this day."""
    dose = week_dose(state.plan.weeks[index], state.reference, is_held, kind_of)
    return replace(state, index=index, days=(), dose=dose, is_repeated=is_repeated, is_held=is_held)


def end_week(state: ReplayState, slots: Sequence[Slot], after_last: Plan | None, kind_of: KindOf) -> ReplayState:
    """Return the state in the week that follows one with its slots, as they were filled.

    With fewer than half of them it comes once more, then the plan continues with doses held. After the last week comes
    another plan, or the last week again where there is none.
    """
    if state.week.phase != "lighter":
        state = replace(state, reference=state.dose)
    done, of = sum(slot.done is not None for slot in slots), len(slots)
    number, is_held = state.index + 1, 2 * done < of
    few = f"{done} of {of} sessions done"
    if is_held and not state.is_repeated and not state.plan.repeats:
        again = state.decided("week-again", f"Week {number} once more: {few}.")
        return enter_week(again, state.index, kind_of, is_repeated=True, is_held=True)
    if number == len(state.plan.weeks):
        return _after_last_week(state, is_held, after_last, kind_of)
    if is_held:
        state = state.decided("doses-held", f"Week {number + 1}, with the doses of week {number}: {few}.")
    else:
        state = state.decided("next-week", f"Week {number + 1}: {done} of {of} sessions done in week {number}.")
    return enter_week(state, number, kind_of, is_held=is_held)


def _after_last_week(state: ReplayState, is_held: bool, after_last: Plan | None, kind_of: KindOf) -> ReplayState:
    if state.plan.repeats or after_last is None:
        return enter_week(state, 0 if state.plan.repeats else state.index, kind_of, is_held=is_held)
    text = f"{state.plan.title} is over. What follows: {after_last.title}."
    changed = replace(state, plan=after_last, lean_drills=lean_drills(state.origin, after_last))
    return enter_week(changed.decided("plan-over", text), 0, kind_of, is_held=is_held)


def previous_full_week(plan: Plan, index: int) -> int:
    """Return the index of the last week before another that wasn't lighter, the first where there is none."""
    return next((each for each in range(index - 1, -1, -1) if plan.weeks[each].phase != "lighter"), 0)


def week_days(state: ReplayState) -> tuple[date, ...]:
    """Return the seven training days of the week, those to come at the earliest."""
    following = state.day.toordinal() + (state.day in state.days)
    return (*state.days, *map(date.fromordinal, range(following, following + DAYS_A_WEEK - len(state.days))))
