"""A routine as the rules look at it: what is done where and for how long, by its score."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from leanbreath.routine.model import Drill, DrillStep, Include, Repeat, Routine, Step
from leanbreath.routine.vocabulary import Position, Side
from leanbreath.score.announce import ANNOUNCEMENT, line_cues
from leanbreath.score.arrange import arrange_lines
from leanbreath.score.compose import place_passages
from leanbreath.score.passage import Passage
from leanbreath.score.phrases import ENGLISH
from leanbreath.score.placed_passage import PlacedPassage
from leanbreath.score.score import RATE, Cue
from leanbreath.score.unroll import unroll

Family = str

POSITION_FAMILIES: dict[Position, Family] = {
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


class NumberedStep(NamedTuple):
    """A drill step with its path, such as `5.2`; `own` where it is written in the routine's own file."""

    path: str
    step: DrillStep
    own: bool


class Bout(NamedTuple):
    """One set of one side of a drill, in its place in the score."""

    doing: DrillStep
    span: PlacedPassage

    @property
    def path(self) -> str:
        """The step it belongs to."""
        return self.span.passage.step

    @property
    def drill(self) -> Drill:
        """The drill that is done."""
        return self.doing.drill

    @property
    def start(self) -> int:
        """The first frame."""
        return self.span.start

    @property
    def end(self) -> int:
        """The frame after the last."""
        return self.span.end

    @property
    def family(self) -> Family | None:
        """Floor, knees or feet; None where the drill does not say its position."""
        return POSITION_FAMILIES[self.drill.position] if self.drill.position else None

    @property
    def side(self) -> Side | None:
        """The side that is worked."""
        return self.span.passage.side

    @property
    def name(self) -> str:
        """What its author calls it."""
        return self.drill.drill or f'"{self.drill.title}"'


@dataclass(frozen=True)
class PlacedRoutine:
    """A routine with its score, as far as the rules need it: each passage in its place."""

    routine: Routine
    spans: tuple[PlacedPassage, ...]

    @cached_property
    def steps(self) -> dict[str, NumberedStep]:
        """Every drill step by its path."""
        return {each.path: each for each in _numbered(self.routine.steps, "", True)}

    @cached_property
    def bouts(self) -> tuple[Bout, ...]:
        """What is done, in order."""
        return tuple(
            Bout(self.steps[span.passage.step].step, span) for span in self.spans if span.passage.kind == "work"
        )

    @property
    def total(self) -> int:
        """How long it takes, in frames."""
        return self.spans[-1].end if self.spans else 0

    @cached_property
    def cues_without_room(self) -> list[Cue]:
        """The lines for which there is no time, at the pace of speech that is assumed without a voice."""
        waits = [span.start for span in self.spans if span.passage.kind == "wait"]
        return arrange_lines((cue for cue in line_cues(self.spans, self.total, ENGLISH) if cue.line), {}, waits)[1]

    def between(self, before: Bout, after: Bout) -> tuple[Passage, ...]:
        """Return the gaps between two bouts."""
        return tuple(span.passage for span in self.spans[before.span.index + 1 : after.span.index])

    def span_of(self, cue: Cue) -> PlacedPassage:
        """Return what a cue belongs to; what is announced ahead, to what begins then."""
        if cue.line and cue.line.rank == ANNOUNCEMENT and cue.line.deadline is not None:
            return next(bout.span for bout in self.bouts if bout.start == cue.line.deadline)
        return self.spans[bisect_right(self.spans, cue.segment, key=lambda span: span.segment) - 1]


def place_routine(routine: Routine) -> PlacedRoutine:
    """Return a routine as the rules look at it."""
    return PlacedRoutine(routine, place_passages(unroll(routine, "left")))


def _numbered(steps: tuple[Step, ...], prefix: str, own: bool) -> Iterator[NumberedStep]:
    for number, step in enumerate(steps, 1):
        path = f"{prefix}{number}"
        match step:
            case DrillStep():
                yield NumberedStep(path, step, own)
            case Repeat():
                yield from _numbered(step.steps, f"{path}.", own)
            case Include():
                yield from _numbered(step.steps, f"{path}.", False)


def seconds(frames: int) -> Fraction:
    """Return frames as exact seconds."""
    return Fraction(frames, RATE)
