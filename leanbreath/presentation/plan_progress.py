"""How far a runner has come in a plan, in two short lines."""

from leanbreath.coach.plan_state import PlanState

DONE, OPEN = "■", "□"

NO_PLAN = ("No plan yet", "See what eight weeks look like")


def plan_progress(state: PlanState | None) -> tuple[str, str]:
    """Return the title of the plan, and the week with a square for each week and what was done in it."""
    if state is None:
        return NO_PLAN
    return state.plan.title, " · ".join(filter(None, (week_of(state), _week_done(state), _pause(state))))


def week_of(state: PlanState) -> str:
    """Return the week: `Week 3 of 8 ■■■□□□□□`; a plan without an end has neither numbers nor squares."""
    weeks = len(state.plan.weeks)
    again = " again" if state.is_repeated else ""
    if state.plan.repeats:
        return f"This week{again}"
    squares = DONE * state.week_number + OPEN * (weeks - state.week_number)
    return f"Week {state.week_number} of {weeks}{again}  {squares}"


def _week_done(state: PlanState) -> str:
    done = sum(slot.done is not None for slot in state.slots)
    return f"{done} of {len(state.slots)} done" if state.slots else ""


def _pause(state: PlanState) -> str:
    return "paused" if state.is_paused else ""
