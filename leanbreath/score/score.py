"""The score: plain immutable data that the screen, the line mode, the sound and the exports all read."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal, NamedTuple

from leanbreath.routine.vocabulary import Side
from leanbreath.score.passage import Passage
from leanbreath.score.phrases import ENGLISH, Phrases
from leanbreath.score.sample_rate import RATE as RATE

SegmentKind = Literal["breath", "hold", "rep", "beat", "time", "ready", "move", "switch", "rest", "wait"]
CueKind = Literal["tone", "tick", "say"]
Sound = Literal[
    "inhale", "hold", "exhale", "rest", "tick", "start", "half", "switch", "step", "done", "left", "right", "end"
]
Density = Literal["full", "sparse", "tones", "off"]
"""What you hear: everything; no guidance within a drill; no words; nothing."""


def frames(seconds: Fraction) -> int:
    """Return the frame nearest to an exact second, half upwards."""
    return (2 * RATE * seconds.numerator + seconds.denominator) // (2 * seconds.denominator)


class Segment(NamedTuple):
    """A span of frames in which one thing happens: a breath phase, part of a rep, a step of cadence, a gap.

    What is open lasts until the runner ends it; its length is only expected. `word` names what is done, `sub_word` is
    below it.
    """

    start: int
    end: int
    kind: SegmentKind
    step: str
    drill: str | None
    title: str
    side: Side | None = None
    set: int | None = None
    rep: int | None = None
    round: int | None = None
    phase: str | None = None
    passage: int = 0
    is_open: bool = False
    word: str | None = None
    sub_word: str | None = None

    @property
    def is_stop(self) -> bool:
        """Whether it is a wait that lasts until a key."""
        return self.kind == "wait" and self.start == self.end


class Line(NamedTuple):
    """A spoken line and its window: it starts as close before `preferred` as it can and ends by `deadline`.

    It never starts before `earliest`. Where there is too little room, the first of its `shorter` forms that fits is
    said. A line without room may start up to `max_delay` frames late instead, deadline or
    not. Lines of higher rank are placed first. An `is_audio_only` line isn't shown: the phase already is.

    `lead` numbers the lines that lead into some work, which begins at their deadline: they are said one after the
    other, from `preferred` on at the earliest if they all fit, else from `earliest` on.
    """

    text: str
    shorter: tuple[str, ...]
    preferred: int
    earliest: int
    deadline: int | None = None
    rank: int = 0
    max_delay: int = 0
    is_audio_only: bool = False
    lead: int | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form it can take, the fullest first."""
        return (self.text, *self.shorter)


class Cue(NamedTuple):
    """Something to hear or read at a frame; `arrange` may move and shorten a cue that has a `line`."""

    at: int
    kind: CueKind
    segment: int
    sound: Sound | None = None
    say: str | None = None
    line: Line | None = None


class Glide(NamedTuple):
    """An inhale or exhale, in frames, during which a tone glides with the pacer."""

    start: int
    end: int
    phase: str
    side: Side | None = None


@dataclass(frozen=True)
class Score:
    """Everything that will happen: segments tile the frames from 0 to `total`, cues are in order of time.

    `unplaced` holds the lines that `arrange` found no room for, `spoken` how many frames each line takes to say.
    """

    id: str | None
    title: str
    passages: tuple[Passage, ...]
    segments: tuple[Segment, ...]
    cues: tuple[Cue, ...]
    total: int
    unplaced: tuple[Cue, ...] = ()
    spoken: tuple[tuple[str, int], ...] = ()
    glides: tuple[Glide, ...] = ()
    density: Density = "full"
    phrases: Phrases = ENGLISH

    @property
    def waits(self) -> int:
        """The number of stops that last until the runner presses a key."""
        return sum(self.segments[index].kind == "wait" for index in self.stops)

    @cached_property
    def stops(self) -> tuple[int, ...]:
        """The indices of the segments that last as long as the runner makes them: waits and open work."""
        return tuple(index for index, each in enumerate(self.segments) if each.kind == "wait" or each.is_open)

    @property
    def is_estimate(self) -> bool:
        """Whether the total is only expected, since some of the work is open."""
        return any(self.segments[index].is_open for index in self.stops)

    def as_written(self, text: str) -> str:
        """Return a spoken text as it is shown: with the titles that it announces as they are written."""
        titles, pattern = self._titles
        return pattern.sub(lambda found: titles[found[0]], text) if titles else text

    @cached_property
    def _titles(self) -> tuple[dict[str, str], re.Pattern[str]]:
        """The titles that aren't said as they are written, by how they are said, and where in a text they stand."""
        titles = {passage.spoken: passage.title for passage in self.passages if passage.spoken}
        longest_first = sorted(titles, key=len, reverse=True)
        return titles, re.compile(rf"(?:^|(?<=[.:!?] ))(?:{'|'.join(map(re.escape, longest_first))})(?=[.,]|$)")

    def index(self, frame: int) -> int:
        """Return the index of the segment at a frame; after the end, of the last one."""
        found = bisect_right(self.segments, max(frame, 0), key=lambda segment: segment.start) - 1
        while found > 0 and frame >= self.total and self.segments[found].start == self.segments[found].end:
            found -= 1
        return found

    def at(self, frame: int) -> Segment:
        """Return the segment at a frame; after the end, the last one."""
        return self.segments[self.index(frame)]

    def cue_index(self, frame: int) -> int:
        """Return the index of the first cue at or after a frame, without those that close the segment before it."""
        segment = self.index(frame)
        return bisect_right(self.cues, (frame, segment - 1), key=lambda cue: (cue.at, cue.segment))

    def passage_span(self, index: int) -> tuple[int, int]:
        """Return the first frame of a passage and the frame after its last."""
        first = bisect_right(self.segments, index - 1, key=lambda segment: segment.passage)
        last = bisect_right(self.segments, index, key=lambda segment: segment.passage) - 1
        return self.segments[first].start, self.segments[last].end
