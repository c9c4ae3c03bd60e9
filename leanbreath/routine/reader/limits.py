"""Limits on the size of a routine: anything larger is a mistake or an attack, and is never composed."""

from collections.abc import Iterable
from typing import NamedTuple

from leanbreath.routine.author_cue import AuthorCue
from leanbreath.routine.model import BothSides, Drill, DrillStep, Include, Repeat, Step
from leanbreath.routine.work import Work

MOST_SETS = 5_000
"""More sets and gaps than fit in a day."""

MOST_PARTS = 50_000
"""More phases, parts of reps, beats and spoken lines than fit in a day."""


class Size(NamedTuple):
    """The number of sets and gaps, and of the parts and spoken lines in all of them."""

    sets: int = 0
    parts: int = 0

    def times(self, number: int) -> "Size":
        """Return the size of `number` repetitions."""
        return Size(self.sets * number, self.parts * number)

    @property
    def excess(self) -> str:
        """A message that says which limit is exceeded; empty if none is."""
        if self.parts > MOST_PARTS:
            return f"this adds up to more than {MOST_PARTS:,} breaths, reps and cues"
        return f"this adds up to more than {MOST_SETS:,} steps, sets and sides" if self.sets > MOST_SETS else ""


def size_of_steps(steps: Iterable[Step]) -> Size:
    """Return the size of steps with all their rounds."""
    sets = parts = 0
    for step in steps:
        each = _size_of_step(step)
        sets, parts = sets + each.sets, parts + each.parts
    return Size(sets, parts)


def _size_of_step(step: Step) -> Size:
    match step:
        case DrillStep():
            return size_of_drill(step)
        case Repeat():
            inner = size_of_steps(step.steps)
            return Size(inner.sets + 1, inner.parts).times(step.rounds)
        case BothSides():
            inner = size_of_steps(step.steps)
            return Size(inner.sets + 1, inner.parts).times(2)
        case Include():
            return size_of_steps(step.steps)
    return Size(1)


def size_of_drill(drill: Drill | DrillStep) -> Size:
    """Return the size of a drill, on its own or as a step."""
    assert drill.work is not None
    each_round = sum(map(_in_each_round, drill.cues))
    lines = len(drill.cues) + each_round * max(map(_rounds, drill.set_works)) if drill.cues else 0
    works = drill.set_works
    parts = sum(work.part_count for work in works) + lines * len(works)
    return Size(len(works), parts).times(2 if drill.sides == "each" else 1)


def _in_each_round(cue: AuthorCue) -> bool:
    """Return whether a cue is looked up in every breath or rep, even if it is spoken in only one."""
    if cue.at.name == "start":
        return cue.breath is not None or cue.rep is not None
    return cue.at.name not in (None, "half", "end", "last")


def _rounds(work: Work) -> int:
    return min(work.cue_counts.values(), default=1)
