"""Pauses of a plan: their days are neither days of its week nor missed."""

from dataclasses import replace

from leanbreath.coach.replay_state import ONE_DAY, ReplayState


def paused(state: ReplayState) -> ReplayState:
    """Return the state in a pause; the day it begins on belongs to it, unless a session was done that day."""
    is_used = state.last_counted == state.day
    days = state.days if is_used else tuple(day for day in state.days if day != state.day)
    paused_on = state.paused_on if is_used else state.paused_on | {state.day}
    return replace(state, is_paused=True, days=days, paused_on=paused_on).decided("pause", "Paused.")


def on_paused_day(state: ReplayState) -> ReplayState:
    """Return the state on the morning of a day of a pause: the day before is not missed."""
    is_excused = state.day - ONE_DAY not in state.days
    return replace(state, paused_days=state.paused_days + is_excused, paused_on=state.paused_on | {state.day})


def resumed(state: ReplayState) -> ReplayState:
    """Return the state after a pause."""
    return replace(state, is_paused=False, paused_on=state.paused_on - {state.day}).decided("resume", "Resumed.")
