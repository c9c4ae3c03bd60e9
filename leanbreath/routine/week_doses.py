"""Applies the doses and levels of a plan's week to a routine."""

from collections.abc import Mapping
from dataclasses import replace

from leanbreath.routine.model import BothSides, DrillStep, Include, Repeat, Routine, Step
from leanbreath.routine.plan import Week
from leanbreath.routine.work import Breath, Hold, Pattern, Reps, Work, bounded_work


def apply(week: Week, routine: Routine) -> Routine:
    """Return a routine with the doses and levels of a week, within the least and most of each step.

    `hold` and `sets` apply to static holds, `reps` to dynamic and strength drills, `breath` to release drills that have
    this pattern among their levels. A lean drill has the dose of its level; the level of another drill limits its dose.
    All else keeps its dose, open work too.
    """
    return replace(routine, steps=tuple(_step(step, week) for step in routine.steps))


def _step(step: Step, week: Week) -> Step:
    match step:
        case DrillStep():
            return _at_level(_dosed(step, week), week.lean or {})
        case Repeat() | BothSides() | Include():
            return step._replace(steps=tuple(_step(each, week) for each in step.steps))
    return step


def _dosed(step: DrillStep, week: Week) -> DrillStep:
    drill, work = step.drill, step.work
    if isinstance(work, Hold) and not work.is_open and drill.stretch == "static":
        progression = () if week.hold or week.sets else step.progression
        held = _bounded(step, replace(work, seconds=week.hold or work.seconds))
        return replace(step, work=held, sets=week.sets or step.sets, progression=progression)
    if isinstance(work, Reps) and not work.is_open and (drill.stretch == "dynamic" or drill.goal == "strength"):
        counted = _bounded(step, replace(work, count=week.reps or work.count))
        return replace(step, work=counted, progression=() if week.reps else step.progression)
    if isinstance(work, Breath) and drill.goal == "release" and week.breath in _patterns(drill.levels):
        return replace(step, work=_breathed(step, work, week.breath), progression=())
    return step


def _patterns(levels: tuple[Work, ...]) -> tuple[Pattern, ...]:
    return tuple(level.pattern for level in levels if isinstance(level, Breath))


def _breathed(step: DrillStep, work: Breath, pattern: Pattern | None) -> Breath:
    """Return as many breaths of another pattern, in number within the least and most of a step."""
    least, most = (each.repetitions if isinstance(each, Breath) else None for each in (step.least, step.most))
    count = max(least or 1, min(work.repetitions, most or work.repetitions))
    return Breath(pattern or work.pattern, count=count)


def _at_level(step: DrillStep, levels: Mapping[str, int]) -> DrillStep:
    """Return a step at the level of its drill; for all but lean drills, a level only limits the dose."""
    drill, level = step.drill, levels.get(step.drill.drill or "")
    if level is None or not drill.levels or step.work.is_open:
        return step
    dose = drill.levels[min(level, len(drill.levels)) - 1]
    if type(dose) is not type(step.work) or (drill.goal != "lean-skill" and step.work.seconds <= dose.seconds):
        return step
    return replace(step, work=_bounded(step, dose), progression=())


def _bounded(step: DrillStep, work: Work) -> Work:
    return bounded_work(work, step.least, step.most)
