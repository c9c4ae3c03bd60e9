"""A routine as the rules look at it: what is done where and for how long, by its score."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from leanbreath.routine.model import Drill, DrillStep, Include, Repeat, Routine, Step
from leanbreath.routine.vocabulary import Position, Side
from leanbreath.score.passage import Passage
from leanbreath.score.score import RATE, Score

Family = str

FAMILIES: dict[Position, Family] = {
    "supine": "floor",
    "supine-legs-long": "floor",
    "side-lying": "floor",
    "prone": "floor",
    "prone-elbows": "floor",
    "quadruped": "knees",
    "half-kneel": "knees",
    "seated": "feet",
    "standing": "feet",
    "split-stance": "feet",
    "wall-lean": "feet",
    "walk": "feet",
    "jog": "feet",
}
"""Between families one has to get down or up."""


class Numbered(NamedTuple):
    """A drill step with its path, such as `5.2`; `own` where it is written in the routine's own file."""

    path: str
    step: DrillStep
    own: bool


class Bout(NamedTuple):
    """One set of one side of a drill, in frames of the score."""

    path: str
    doing: DrillStep
    passage: Passage
    start: int
    end: int

    @property
    def drill(self) -> Drill:
        """The drill that is done."""
        return self.doing.drill

    @property
    def family(self) -> Family | None:
        """Floor, knees or feet; None where the drill does not say its position."""
        return FAMILIES[self.drill.position] if self.drill.position else None

    @property
    def side(self) -> Side | None:
        """The side that is worked."""
        return self.passage.side

    @property
    def name(self) -> str:
        """What its author calls it."""
        return self.drill.drill or f'"{self.drill.title}"'


@dataclass(frozen=True)
class Practice:
    """A routine with its score."""

    routine: Routine
    score: Score

    @cached_property
    def steps(self) -> dict[str, Numbered]:
        """Every drill step by its path."""
        return {each.path: each for each in _numbered(self.routine.steps, "", True)}

    @cached_property
    def bouts(self) -> tuple[Bout, ...]:
        """What is done, in order."""
        bouts: list[Bout] = []
        spans = self._spans
        for index, passage in enumerate(self.score.passages):
            if passage.kind == "work":
                bouts.append(Bout(passage.step, self.steps[passage.step].step, passage, *spans[index]))
        return tuple(bouts)

    @cached_property
    def _spans(self) -> dict[int, tuple[int, int]]:
        spans: dict[int, tuple[int, int]] = {}
        for segment in self.score.segments:
            start, _ = spans.get(segment.passage, (segment.start, 0))
            spans[segment.passage] = (start, segment.end)
        return spans

    def between(self, before: Bout, after: Bout) -> tuple[Passage, ...]:
        """Return the gaps between two bouts."""
        first, last = self._index[before.start], self._index[after.start]
        return self.score.passages[first + 1 : last]

    @cached_property
    def _index(self) -> dict[int, int]:
        return {
            self._spans[index][0]: index for index, passage in enumerate(self.score.passages) if passage.kind == "work"
        }


def _numbered(steps: tuple[Step, ...], prefix: str, own: bool) -> Iterator[Numbered]:
    for number, step in enumerate(steps, 1):
        path = f"{prefix}{number}"
        match step:
            case DrillStep():
                yield Numbered(path, step, own)
            case Repeat():
                yield from _numbered(step.steps, f"{path}.", own)
            case Include():
                yield from _numbered(step.steps, f"{path}.", False)


def seconds(frames: int) -> Fraction:
    """Return frames as exact seconds."""
    return Fraction(frames, RATE)
