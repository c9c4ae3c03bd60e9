"""What a runner decides about their plan, as events: start, pause, resume, stop, and the level of a drill."""

from typing import NamedTuple

from leanbreath.coach.plan_state import PlanState
from leanbreath.diary.events import LevelRow, PlanAction, PlanRow
from leanbreath.diary.moment import Moment
from leanbreath.routine.model import Drill
from leanbreath.routine.plan import Plan
from leanbreath.routine.problems import InvalidRequest

NO_PLAN = "no plan is running; start one with  leanbreath plan --start"


class PlanChange(NamedTuple):
    """An event to write, and what it means, in a sentence or two."""

    event: PlanRow | LevelRow
    text: str


def start(plan: Plan, why: str, state: PlanState | None, now: Moment, id: str) -> PlanChange:
    """Return the start of a plan, which replaces one that is running; `why` says why it suits, if that was asked."""
    before = f"It replaces {_where(state)}." if state else ""
    text = " ".join(filter(None, (f"Started: {plan.title}.", why, before)))
    return PlanChange(PlanRow(id, now, "start", plan.plan), text)


def change(action: PlanAction, state: PlanState | None, now: Moment, id: str) -> PlanChange:
    """Return a pause, a resumption or the end of the plan that is running; raise `InvalidRequest` if that can't be."""
    if state is None:
        raise InvalidRequest(NO_PLAN)
    if action == "pause" and state.is_paused:
        raise InvalidRequest("your plan is paused already; resume it with  leanbreath plan --resume")
    if action == "resume" and not state.is_paused:
        raise InvalidRequest("your plan isn't paused; see where you stand with  leanbreath plan")
    return PlanChange(PlanRow(id, now, action, state.plan.plan), _CHANGED[action].format(_where(state)))


_CHANGED: dict[PlanAction, str] = {
    "pause": "Paused: {}. Nothing is due until you resume it with  leanbreath plan --resume",
    "resume": "Resumed: {}.",
    "stop": "Stopped: {}. Your diary keeps what you did.",
}


def choose_level(drill: Drill, level: int, state: PlanState | None, now: Moment, id: str) -> PlanChange:
    """Return the choice of a drill's level; raise `InvalidRequest` if there is no such level or no plan to use it."""
    if state is None:
        raise InvalidRequest(NO_PLAN)
    name, highest = drill.drill or drill.title, len(drill.levels)
    if not highest:
        raise InvalidRequest(f"{name} has no levels")
    if not 1 <= level <= highest:
        known = "only level 1" if highest == 1 else f"levels 1 to {highest}"
        raise InvalidRequest(f"{name} has no level {level}; it has {known}")
    text = f"{drill.title}: level {level} of {highest}, from your next session on."
    return PlanChange(LevelRow(id, now, name, level), text)


def _where(state: PlanState) -> str:
    return state.plan.title if state.plan.repeats else f"{state.plan.title}, week {state.week_number}"
