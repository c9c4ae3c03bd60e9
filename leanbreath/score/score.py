"""The score: plain immutable data that every performer reads."""

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

from leanbreath.routine.vocabulary import Side
from leanbreath.score.passage import Passage
from leanbreath.score.phrases import ENGLISH, Phrases

RATE = 48_000
"""Frames a second, everywhere."""

SegmentKind = Literal["breath", "hold", "rep", "beat", "time", "ready", "move", "switch", "rest", "wait"]
CueKind = Literal["tone", "tick", "say"]
Sound = Literal[
    "inhale", "hold", "exhale", "rest", "tick", "start", "half", "switch", "step", "done", "left", "right", "end"
]
Density = Literal["full", "sparse", "tones", "off"]
"""How much is heard: everything; without what guides within a drill; without words; nothing."""


def frames(seconds: Fraction) -> int:
    """Return the frame nearest to an exact second, half upwards."""
    return (2 * RATE * seconds.numerator + seconds.denominator) // (2 * seconds.denominator)


class Segment(NamedTuple):
    """A stretch of time in which one thing happens: a breath phase, a part of a rep, a step, a gap; in frames."""

    start: int
    end: int
    kind: SegmentKind
    step: str
    drill: str | None
    title: str
    side: Side | None = None
    set: int | None = None
    rep: int | None = None
    phase: str | None = None
    passage: int = 0


class Line(NamedTuple):
    """What is to be said, and when it may be: as near to `wish` as possible, not before `earliest`, ended at `by`.

    A line of low rank gives way to one of high rank. One that finds no room in time may be said up to `late` frames
    after its wish, whatever it was to be ended by. What is `for_ears` alone is told to the eyes by the phase itself.
    """

    text: str
    short: str | None
    wish: int
    earliest: int
    by: int | None = None
    rank: int = 0
    late: int = 0
    for_ears: bool = False


class Cue(NamedTuple):
    """Something to be heard or read at a frame; a `line` may be moved and shortened by `arrange`."""

    at: int
    kind: CueKind
    segment: int
    sound: Sound | None = None
    say: str | None = None
    line: Line | None = None


class Glide(NamedTuple):
    """A way in or out of the breath, in frames, along which a tone glides as the pacer moves."""

    start: int
    end: int
    phase: str
    side: Side | None = None


@dataclass(frozen=True)
class Score:
    """Everything that will happen: segments tile the frames from 0 to `total`, cues are in order of time.

    `crowded` holds the lines for which `arrange` found no room. `spoken` holds how many frames a line takes to say,
    `phrases` the words of its language.
    """

    id: str | None
    title: str
    passages: tuple[Passage, ...]
    segments: tuple[Segment, ...]
    cues: tuple[Cue, ...]
    total: int
    crowded: tuple[Cue, ...] = ()
    spoken: tuple[tuple[str, int], ...] = ()
    glides: tuple[Glide, ...] = ()
    density: Density = "full"
    phrases: Phrases = ENGLISH

    @property
    def waits(self) -> int:
        """The number of stops at which the runner decides when to go on."""
        return sum(segment.kind == "wait" for segment in self.segments)

    def index(self, frame: int) -> int:
        """Return the index of the segment that holds a frame; the last one holds all frames after the end."""
        found = bisect_right(self.segments, max(frame, 0), key=lambda segment: segment.start) - 1
        while found > 0 and frame >= self.total and self.segments[found].start == self.segments[found].end:
            found -= 1
        return found

    def at(self, frame: int) -> Segment:
        """Return the segment that holds a frame."""
        return self.segments[self.index(frame)]

    def cue_index(self, frame: int) -> int:
        """Return the index of the first cue at or after a frame; one that ends what lies before it does not count."""
        segment = self.index(frame)
        return bisect_right(self.cues, (frame, segment - 1), key=lambda cue: (cue.at, cue.segment))

    def passage_span(self, index: int) -> tuple[int, int]:
        """Return the first frame of a passage and the frame after its last."""
        first = bisect_right(self.segments, index - 1, key=lambda segment: segment.passage)
        last = bisect_right(self.segments, index, key=lambda segment: segment.passage) - 1
        return self.segments[first].start, self.segments[last].end
