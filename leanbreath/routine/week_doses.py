"""Applies the doses of a plan's week to a routine."""

from dataclasses import replace

from leanbreath.routine.model import BothSides, DrillStep, Include, Repeat, Routine, Step
from leanbreath.routine.plan import Week
from leanbreath.routine.work import Breath, Hold, Reps, bounded_work


def with_week_doses(routine: Routine, week: Week) -> Routine:
    """Return a routine with the doses of a week, within the least and most of each step.

    `hold` and `sets` apply to static holds, `reps` to dynamic drills, and `breath` to drills that have this pattern
    among their levels. Open work stays as it is.
    """
    return replace(routine, steps=tuple(_step(step, week) for step in routine.steps))


def _step(step: Step, week: Week) -> Step:
    match step:
        case DrillStep():
            return _dosed(step, week)
        case Repeat() | BothSides() | Include():
            return step._replace(steps=tuple(_step(each, week) for each in step.steps))
    return step


def _dosed(step: DrillStep, week: Week) -> DrillStep:
    drill, work = step.drill, step.work
    if isinstance(work, Hold) and not work.is_open and drill.stretch == "static":
        held = bounded_work(replace(work, seconds=week.hold or work.seconds), step.least, step.most)
        progression = () if week.hold or week.sets else step.progression
        return replace(step, work=held, sets=week.sets or step.sets, progression=progression)
    if isinstance(work, Reps) and not work.is_open and drill.stretch == "dynamic":
        counted = bounded_work(replace(work, count=week.reps or work.count), step.least, step.most)
        return replace(step, work=counted, progression=() if week.reps else step.progression)
    levels = (level.pattern for level in drill.levels if isinstance(level, Breath))
    if isinstance(work, Breath) and week.breath and week.breath in levels:
        return replace(step, work=replace(work, pattern=week.breath, to=None))
    return step
