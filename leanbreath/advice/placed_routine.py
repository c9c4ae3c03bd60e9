"""A routine with each passage in its place in time, as the rules need it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from leanbreath.routine.model import BothSides, Drill, DrillStep, Include, Repeat, Routine, Step
from leanbreath.routine.position_families import POSITION_FAMILIES, Family
from leanbreath.routine.vocabulary import Side
from leanbreath.routine.work import Work
from leanbreath.routine.yaml_nodes import MappingNode
from leanbreath.score.announce import line_cues
from leanbreath.score.arrange import arrange_lines
from leanbreath.score.compose import place_passages
from leanbreath.score.passage import Passage, Round
from leanbreath.score.phrases import ENGLISH
from leanbreath.score.placed_passage import PlacedPassage
from leanbreath.score.score import RATE, Cue
from leanbreath.score.unroll import unroll


class NumberedStep(NamedTuple):
    """A drill step with its path, such as `5.2`; `own` if it is written in the routine's own file."""

    path: str
    step: DrillStep
    own: bool


class Bout(NamedTuple):
    """One set of a drill on one side, in its place in the score."""

    step: DrillStep
    passage: PlacedPassage

    @property
    def path(self) -> str:
        """The path of the step it belongs to."""
        return self.passage.passage.step

    @property
    def drill(self) -> Drill:
        """The drill of the step."""
        return self.step.drill

    @property
    def dose(self) -> Work | None:
        """The dose of the set."""
        return self.passage.passage.work

    @property
    def start(self) -> int:
        """The first frame."""
        return self.passage.start

    @property
    def end(self) -> int:
        """The frame after the last."""
        return self.passage.end

    @property
    def seconds(self) -> Fraction:
        """The length in seconds; of open work, the most it may last."""
        return (self.dose.most_seconds if self.dose else None) or seconds(self.end - self.start)

    @property
    def family(self) -> Family | None:
        """The family of the drill's position, or None if the drill has no position."""
        return POSITION_FAMILIES[self.drill.position] if self.drill.position else None

    @property
    def side(self) -> Side | None:
        """The side that works."""
        return self.passage.passage.side

    @property
    def rounds(self) -> tuple[Round, ...]:
        """The rounds it belongs to, the outermost first."""
        return self.passage.passage.rounds

    @property
    def name(self) -> str:
        """The id of the drill, or its quoted title."""
        return self.drill.drill or f'"{self.drill.title}"'


@dataclass(frozen=True)
class PlacedRoutine:
    """A routine with its passages in their places; `tree` is its file, if it has one."""

    routine: Routine
    passages: tuple[PlacedPassage, ...]
    tree: MappingNode | None = None

    @cached_property
    def steps(self) -> dict[str, NumberedStep]:
        """Every drill step by its path."""
        return {each.path: each for each in _numbered(self.routine.steps, "", True)}

    @cached_property
    def bouts(self) -> tuple[Bout, ...]:
        """The sets of work, in order."""
        return tuple(
            Bout(self.steps[each.passage.step].step, each) for each in self.passages if each.passage.kind == "work"
        )

    @property
    def total(self) -> int:
        """The length in frames."""
        return self.passages[-1].end if self.passages else 0

    @cached_property
    def cues_without_time(self) -> list[Cue]:
        """The spoken lines that have no time, at the pace of speech assumed without a voice."""
        waits = [each.start for each in self.passages if each.passage.kind == "wait"]
        cues = (cue for cue in line_cues(self.passages, self.total, ENGLISH) if cue.line)
        return arrange_lines(cues, {}, waits)[1]

    def is_own(self, path: str) -> bool:
        """Return whether a step is written in the routine's own file, not in one that it includes."""
        steps = self.routine.steps
        for number in path.split("."):
            step = steps[int(number) - 1]
            if isinstance(step, Include):
                return False
            steps = step.steps if isinstance(step, Repeat | BothSides) else ()
        return True

    def between(self, before: Bout, after: Bout) -> tuple[Passage, ...]:
        """Return the gaps between two bouts."""
        return tuple(each.passage for each in self.passages[before.passage.index + 1 : after.passage.index])

    def passage_of(self, cue: Cue) -> PlacedPassage:
        """Return the passage of a cue; an announcement belongs to the passage it announces."""
        if cue.line and cue.line.lead is not None:
            return next(bout.passage for bout in self.bouts if bout.start == cue.line.deadline)
        return self.passages[bisect_right(self.passages, cue.segment, key=lambda each: each.segment) - 1]


def place_routine(routine: Routine, tree: MappingNode | None = None) -> PlacedRoutine:
    """Return a routine with its passages placed, left side first."""
    return PlacedRoutine(routine, place_passages(unroll(routine, "left")), tree)


def _numbered(steps: tuple[Step, ...], prefix: str, own: bool) -> Iterator[NumberedStep]:
    for number, step in enumerate(steps, 1):
        path = f"{prefix}{number}"
        match step:
            case DrillStep():
                yield NumberedStep(path, step, own)
            case Repeat() | BothSides():
                yield from _numbered(step.steps, f"{path}.", own)
            case Include():
                yield from _numbered(step.steps, f"{path}.", False)


def seconds(frames: int) -> Fraction:
    """Return frames as exact seconds."""
    return Fraction(frames, RATE)
