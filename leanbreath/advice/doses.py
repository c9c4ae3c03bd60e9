"""The doses that a drill or a step gives, with the path to each."""

from collections.abc import Iterator

from leanbreath.advice.finding import Key
from leanbreath.routine.model import Drill, DrillStep
from leanbreath.routine.work import Work

Dose = tuple[Key, Work]


def drill_doses(drill: Drill) -> Iterator[Dose]:
    """Yield each dose of a drill, with the path to it."""
    if drill.work:
        yield (drill.work.kind,), drill.work
    yield from _sets(drill.progression)
    yield from _bounds(drill.least, drill.most)
    for index, level in enumerate(drill.levels):
        yield ("levels", index), level


def step_doses(step: DrillStep) -> Iterator[Dose]:
    """Yield each dose of a step that overrides its drill's, with the path to it."""
    drill = step.drill
    if step.work != drill.work:
        yield (step.work.kind,), step.work
    if step.progression != drill.progression:
        yield from _sets(step.progression)
    yield from _bounds(
        step.least if step.least != drill.least else None,
        step.most if step.most != drill.most else None,
    )


def _bounds(least: Work | None, most: Work | None) -> Iterator[Dose]:
    if least:
        yield ("least",), least
    if most:
        yield ("most",), most


def _sets(progression: tuple[Work, ...]) -> Iterator[Dose]:
    for index, work in enumerate(progression):
        yield ("sets", index), work
