"""The levels of drills: up after two clean sessions, down after hard ones, to the first after pain."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from leanbreath.coach.replay_state import FIRST_LEVEL, ReplayState
from leanbreath.coach.week_dose import stepped_down
from leanbreath.diary.events import LevelRow, SessionRow, WorkRow

CLEAN_SESSIONS, MOST_CLEAN_EFFORT, HARD_EFFORT = 2, 4, 7

DONE_SHARE = 0.8
"""The share of its planned work from which a drill was done."""

LevelCount = Callable[[str], int]
"""How many levels a drill has, by its id; 0 where there is no such drill."""

Rows = tuple[WorkRow, ...]


def level_ceiling(state: ReplayState, drill: str) -> int | None:
    """Return the highest level that the plan allows for a lean drill by now; None before it comes in the plan.

    The week's own level counts, else the highest of the weeks before it; after the last week, the highest of all.
    """
    named = (state.week.lean or {}).get(drill)
    if named is not None:
        return named
    weeks = state.plan.weeks[: state.index] if state.plan == state.origin else state.origin.weeks
    return max((week.lean[drill] for week in weeks if week.lean and drill in week.lean), default=None)


def level_now(state: ReplayState, drill: str) -> int | None:
    """Return the level at which a drill is done now; None where it has none of its own.

    Of a lean drill, what the runner chose may be higher than the plan allows, except in a lighter week.
    """
    if drill not in state.lean_drills:
        return state.levels.get(drill)
    ceiling = level_ceiling(state, drill)
    if drill in state.chosen and state.week.phase != "lighter":
        ceiling = max(ceiling or FIRST_LEVEL, state.chosen[drill])
    return None if ceiling is None else min(state.level(drill), ceiling)


def levels_now(state: ReplayState) -> dict[str, int]:
    """Return the level of each drill that has one of its own now."""
    drills = dict.fromkeys((*sorted(state.lean_drills), *state.levels))
    levels = {drill: level_now(state, drill) for drill in drills}
    return {drill: level for drill, level in levels.items() if level is not None}


def with_session(state: ReplayState, session: SessionRow, did_count: bool) -> ReplayState:
    """Return the state after what a session says about its drills; one that doesn't count lifts no level."""
    for question in session.returns:
        if question.answer == "yes":
            state = state.decided("drill-back", f"{question.title} is back, at its first level.")
        elif question.answer == "no":
            state = state.decided("drill-stays-out", f"{question.title} stays out for seven days more.")
    work = _work_by_drill(session, state)
    for drill, rows in work.items():
        if any(row.hurt for row in rows):
            state = _hurt(state, drill, rows[0].title)
        elif did_count and _done_share(rows) >= DONE_SHARE:
            state = _after_work(state, session, drill, rows)
    return _after_effort(state, session, frozenset(drill for drill, rows in work.items() if _done_share(rows)))


def with_chosen_level(state: ReplayState, row: LevelRow, level_count: LevelCount) -> ReplayState:
    """Return the state after the runner chose a level, the highest where that is too high."""
    level = max(FIRST_LEVEL, min(row.level, level_count(row.drill)))
    changed = state.with_level(row.drill, level)
    title = state.titles.get(row.drill, row.drill)
    return replace(changed, chosen={**state.chosen, row.drill: level}).decided(
        "level-chosen", f"{title}: level {level}, your choice."
    )


def raise_levels(state: ReplayState, level_count: LevelCount) -> ReplayState:
    """Return the state with each level one higher that had enough clean sessions, where the plan allows it."""
    for drill in [drill for drill, count in state.clean.items() if count >= CLEAN_SESSIONS]:
        level = state.level(drill) + 1
        if level <= _highest(state, drill, level_count):
            text = f"{state.titles[drill]}: level {level}, after {CLEAN_SESSIONS} clean sessions."
            state = state.with_level(drill, level).decided("level-up", text)
    return state


def lower_levels(state: ReplayState) -> ReplayState:
    """Return the state with the level of every lean drill one lower."""
    for drill in sorted(state.lean_drills):
        state = _lowered(state, drill)
    return state


def _highest(state: ReplayState, drill: str, level_count: LevelCount) -> int:
    """Return the highest level to which a drill may rise by itself."""
    if drill in state.lean_drills:
        return level_ceiling(state, drill) or FIRST_LEVEL
    return level_count(drill)


def _work_by_drill(session: SessionRow, state: ReplayState) -> Mapping[str, Rows]:
    """Return the work of the drills that have a level, or that hurt."""
    drills = {
        row.drill for row in session.work if row.hurt or row.drill in state.lean_drills or row.drill in state.levels
    }
    work: dict[str, Rows] = {}
    for row in session.work:
        if row.drill is not None and row.drill in drills:
            work[row.drill] = (*work.get(row.drill, ()), row)
    return work


def _done_share(rows: Rows) -> float:
    """Return the share of its planned work that was done of a drill."""
    planned = sum(row.planned_seconds for row in rows)
    return sum(min(row.done_seconds, row.planned_seconds) for row in rows) / planned if planned > 0 else 0.0


def _hurt(state: ReplayState, drill: str, title: str) -> ReplayState:
    text = f"{title} hurt: out for seven days, then back at its first level if you want it."
    return _without_choice(state.with_level(drill, FIRST_LEVEL), drill).decided("drill-out", text)


def _after_work(state: ReplayState, session: SessionRow, drill: str, rows: Rows) -> ReplayState:
    """Return the state after a drill was done: one more clean session at its level, or none any more."""
    is_lean = drill in state.lean_drills
    if not (is_lean or drill in state.levels) or _level_done(rows) < state.level(drill):
        return state
    is_clean = _is_clean(session, is_lean)
    if is_clean is None:
        return state
    count = state.clean.get(drill, 0) + 1 if is_clean else 0
    titles = {**state.titles, drill: rows[0].title}
    return replace(state, clean={**state.clean, drill: count}, titles=titles)


def _level_done(rows: Rows) -> int:
    return min(row.level or FIRST_LEVEL for row in rows)


def _is_clean(session: SessionRow, is_lean: bool) -> bool | None:
    """Return whether nothing hurt, the effort was small and the line was held; None where the runner didn't say.

    A lean that felt the same or easier was held in line.
    """
    if session.pain == "some" or any(row.hurt for row in session.work):
        return False
    if (session.effort or 0) > MOST_CLEAN_EFFORT or (is_lean and session.lean == "harder"):
        return False
    return None if session.effort is None or (is_lean and session.lean is None) else True


def _after_effort(state: ReplayState, session: SessionRow, drills: frozenset[str]) -> ReplayState:
    """Return the state one step lower after two hard sessions in a row; one that wasn't rated says nothing."""
    if session.effort is None or not session.done_seconds:
        return state
    if session.effort < HARD_EFFORT:
        return replace(state, hard_drills=None)
    if state.hard_drills is None:
        return replace(state, hard_drills=drills)
    return _stepped_down(replace(state, hard_drills=None), drills | state.hard_drills)


def _stepped_down(state: ReplayState, drills: frozenset[str]) -> ReplayState:
    dose = stepped_down(state.dose, state.origin)
    reference = (
        dose if state.week.phase != "lighter" or not state.reference else stepped_down(state.reference, state.origin)
    )
    changed = replace(state, dose=dose, reference=reference)
    for drill in sorted(drills & state.lean_drills):
        changed = _lowered(changed, drill)
    if (changed.dose, changed.levels) == (state.dose, state.levels):
        return state
    text = f"One step down: two sessions in a row at effort {HARD_EFFORT} or more."
    return changed.decided("step-down", text)


def _lowered(state: ReplayState, drill: str) -> ReplayState:
    if state.level(drill) == FIRST_LEVEL:
        return state
    return _without_choice(state.with_level(drill, state.level(drill) - 1), drill)


def _without_choice(state: ReplayState, drill: str) -> ReplayState:
    return replace(state, chosen={name: level for name, level in state.chosen.items() if name != drill})
