"""A placed passage: its parts, their edges in frames, and the moments an author can name."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from leanbreath.routine.author_cue import AuthorCue
from leanbreath.score.kinds import SEGMENTS
from leanbreath.score.part import Part
from leanbreath.score.passage import Passage
from leanbreath.score.score import frames


@dataclass(frozen=True)
class PlacedPassage:
    """A passage with the edges of its parts in frames; `segment` is the index of its first segment."""

    index: int
    passage: Passage
    parts: tuple[Part, ...]
    edges: tuple[int, ...]
    segment: int

    @property
    def start(self) -> int:
        """The first frame."""
        return self.edges[0]

    @property
    def end(self) -> int:
        """The frame after the last."""
        return self.edges[-1]

    @property
    def is_stop(self) -> bool:
        """Whether it is a wait that lasts until a key; without keys it has a length, and is a gap like others."""
        return self.passage.kind == "wait" and self.start == self.end

    @cached_property
    def half(self) -> int:
        """The middle frame; in counted work, the frame at which the second half of the count begins."""
        last = self._reps[-1]
        if last is None or not SEGMENTS[self.parts[-1].kind].is_counted:
            return (self.start + self.end) // 2
        return self.edges[self._reps.index(last // 2 + 1)]

    @cached_property
    def last(self) -> int:
        """The frame at which the last breath, rep or step begins; without any, the start."""
        return self.edges[self._reps.index(self._reps[-1])]

    @cached_property
    def called(self) -> frozenset[int]:
        """The frames at which a part is called."""
        return frozenset(edge for edge, part in zip(self.edges, self.parts, strict=False) if part.is_called)

    @cached_property
    def _reps(self) -> tuple[int | None, ...]:
        return tuple(part.rep for part in self.parts)

    def segment_at(self, frame: int) -> int:
        """Return the index of the segment at a frame of this passage."""
        return self.segment + bisect_right(self.edges, frame, 1, len(self.edges) - 1) - 1

    def cue_frames(self, cue: AuthorCue) -> tuple[int, ...]:
        """Return the frames of an author's cue in this passage."""
        if not self.passage.has(cue):
            return ()
        if self.passage.is_open and (cue.at.from_end or cue.at.name not in (None, "start")):
            return ()  # nobody knows its end
        if cue.at.name is None:
            away = frames(cue.at.seconds)
            frame = self.end - away if cue.at.from_end else self.start + away
            return (frame,) if self.start <= frame <= self.end else ()
        match cue.at.name:
            case "start" if cue.is_posture:
                return (self.start,)
            case "half" | "end" | "last":
                return (getattr(self, cue.at.name),)
        each = zip(self.edges, (None, *self.parts), self.parts, strict=False)
        return tuple(edge for edge, before, part in each if _begins_at(cue, before, part))


def _begins_at(cue: AuthorCue, before: Part | None, part: Part) -> bool:
    """Return whether a cue belongs to the beginning of a part; `start` means the first part of a breath or rep."""
    if cue.at.name == "start":
        matches = before is None or (before.rep, before.breath) != (part.rep, part.breath)
    else:
        matches = part.phase == cue.at.name and part.starts_phase
    return matches and cue.breath in (None, part.breath) and cue.rep in (None, part.rep)
