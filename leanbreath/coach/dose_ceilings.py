"""Limits how a routine is fitted: doses that a week sets don't grow, and lean drills stay at their level."""

from collections.abc import Mapping
from dataclasses import replace

from leanbreath.routine.model import BothSides, DrillStep, Include, Repeat, Routine, Step
from leanbreath.routine.plan import Week
from leanbreath.routine.work import Hold, Reps


def with_ceilings(routine: Routine, week: Week) -> Routine:
    """Return a routine whose steps do at most what a week asks for, where it asks for something."""
    return replace(routine, steps=tuple(_capped(step, week, week.lean or {}) for step in routine.steps))


def with_fixed_doses(routine: Routine, week: Week) -> Routine:
    """Return a routine that does no less than a week asks for in lean drills, and in build weeks in stretches."""
    return replace(routine, steps=tuple(_fixed(step, week) for step in routine.steps))


def _capped(step: Step, week: Week, levels: Mapping[str, int]) -> Step:
    match step:
        case DrillStep():
            return replace(step, most=step.work) if _is_set(step, week, levels) else step
        case Repeat() | BothSides() | Include():
            return step._replace(steps=tuple(_capped(each, week, levels) for each in step.steps))
    return step


def _fixed(step: Step, week: Week) -> Step:
    match step:
        case DrillStep():
            is_fixed = _has_level(step, week.lean or {}) or (week.phase == "build" and _is_stretch(step))
            return replace(step, least=step.work) if is_fixed else step
        case Repeat() | BothSides() | Include():
            return step._replace(steps=tuple(_fixed(each, week) for each in step.steps))
    return step


def _is_stretch(step: DrillStep) -> bool:
    is_hold = isinstance(step.work, Hold) and not step.work.is_open and not step.progression
    return is_hold and step.drill.stretch == "static"


def _has_level(step: DrillStep, levels: Mapping[str, int]) -> bool:
    is_fixed = not (step.work.is_open or step.progression)
    return is_fixed and step.drill.goal == "lean-skill" and step.drill.drill in levels and bool(step.drill.levels)


def _is_set(step: DrillStep, week: Week, levels: Mapping[str, int]) -> bool:
    """Return whether a week sets the dose of a step: its hold, its reps or its level."""
    if step.work.is_open or step.progression:
        return False
    if isinstance(step.work, Hold) and step.drill.stretch == "static":
        return week.hold is not None
    if isinstance(step.work, Reps) and (step.drill.stretch == "dynamic" or step.drill.goal == "strength"):
        return week.reps is not None
    return step.drill.drill in levels and bool(step.drill.levels)
