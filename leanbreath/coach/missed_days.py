"""How a plan steps back after missed days: one week after more than seven, to its start after more than 21."""

from dataclasses import replace

from leanbreath.coach.level_changes import lower_levels
from leanbreath.coach.replay_state import FIRST_LEVEL, ReplayState
from leanbreath.coach.slots import KindOf
from leanbreath.coach.week_progress import enter_week, previous_full_week

STEP_BACK_AFTER, RESTART_AFTER = 7, 21


def step_back(state: ReplayState, kind_of: KindOf) -> ReplayState:
    """Return the state one week back, or at the start of the plan, once too many days were missed.

    From then on the week waits for the runner: it begins with the next session.
    """
    missed = state.missed_days
    if missed > RESTART_AFTER and not state.is_restarted:
        return _restarted(state, missed, kind_of)
    if missed > STEP_BACK_AFTER and not state.is_waiting:
        return _one_week_back(state, missed, kind_of)
    return replace(state, days=()) if state.is_waiting else state


def _one_week_back(state: ReplayState, missed: int, kind_of: KindOf) -> ReplayState:
    index = previous_full_week(state.plan, state.index)
    text = f"Back to week {index + 1}, lean levels one lower: {missed} days missed."
    waiting = replace(lower_levels(state), is_waiting=True)
    return enter_week(waiting.decided("missed-step-back", text), index, kind_of, is_held=state.is_held)


def _restarted(state: ReplayState, missed: int, kind_of: KindOf) -> ReplayState:
    text = f"Again from week 1: {missed} days missed."
    levels = dict.fromkeys(state.levels, FIRST_LEVEL)
    fresh = replace(state, plan=state.origin, reference=None, levels=levels, chosen={}, clean={}, hard_drills=None)
    waiting = replace(fresh, is_waiting=True, is_restarted=True)
    return enter_week(waiting.decided("missed-restart", text), 0, kind_of)
