"""Replaces drills by others throughout a routine, or leaves them out."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from leanbreath.routine.model import BothSides, Drill, DrillStep, Include, Repeat, Routine, Step
from leanbreath.routine.work import Work, bounded_work

SWITCH = Fraction(5)
"""Time to change sides if the replaced drill had no sides."""


def with_substitutions(routine: Routine, drills: Mapping[str, Drill]) -> Routine:
    """Return a routine with each drill whose id is in `drills` replaced.

    A step keeps its dose if it is of the new drill's kind, within the least and most of the new drill.
    """
    return replace(routine, steps=tuple(_step(step, drills) for step in routine.steps)) if drills else routine


def without_drills(routine: Routine, drills: Collection[str]) -> Routine:
    """Return a routine without the steps of some drills, by their ids, and without groups that held nothing else."""
    return replace(routine, steps=tuple(_kept(routine.steps, drills))) if drills else routine


def _kept(steps: tuple[Step, ...], drills: Collection[str]) -> Iterator[Step]:
    for step in steps:
        match step:
            case DrillStep():
                if step.drill.drill not in drills:
                    yield step
            case Repeat() | BothSides() | Include():
                kept = tuple(_kept(step.steps, drills))
                if kept:
                    yield step._replace(steps=kept)
            case _:
                yield step


def _step(step: Step, drills: Mapping[str, Drill]) -> Step:
    match step:
        case DrillStep():
            other = drills.get(step.drill.drill or "")
            return _substitute(step, other, other.work) if other and other.work else step
        case Repeat() | BothSides() | Include():
            return step._replace(steps=tuple(_step(each, drills) for each in step.steps))
    return step


def _substitute(step: DrillStep, drill: Drill, work: Work) -> DrillStep:
    same_kind = type(step.work) is type(work)
    return replace(
        step,
        drill=drill,
        work=_in_bounds(step.work, drill, work) if same_kind else work,
        sides=drill.sides,
        sets=step.sets if same_kind else drill.set_count,
        progression=tuple(_in_bounds(each, drill, work) for each in step.progression)
        if same_kind
        else drill.progression,
        rest=step.rest or drill.rest or Fraction(0),
        switch=step.switch or (SWITCH if drill.sides == "each" else Fraction(0)),
        cues=drill.cues,
        least=drill.least,
        most=drill.most,
    )


def _in_bounds(dose: Work, drill: Drill, work: Work) -> Work:
    """Return a dose in the parts of a drill's own work, within its least and most."""
    return bounded_work(dose.in_parts_of(work), drill.least, drill.most)
