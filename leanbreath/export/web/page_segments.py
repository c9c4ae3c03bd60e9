"""The segments of a page: what is heard, and shown, in each part of its sound."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from leanbreath.score.score import Segment
from leanbreath.session.splice import Splice
from leanbreath.session.status import Status, status_at
from leanbreath.session.timeline import Timeline


@dataclass(frozen=True)
class PageSegment:
    """Frames of the sound in which one thing happens, the splice they belong to, and what is shown as they begin.

    A count-in, a wait and open work are one segment each.
    """

    at: int
    end: int
    splice: Splice
    status: Status

    @property
    def state(self) -> str:
        """What a session does then: counting, playing, waiting or open."""
        return self.splice.state

    @property
    def segment(self) -> Segment:
        """The segment of the score; in a count-in, the one that it leads to."""
        return self.status.snapshot.segment

    @property
    def time(self) -> int | None:
        """Where it starts on the cue sheet; None in a count-in, which lies outside of it."""
        return None if self.state == "counting" else self.splice.score_frame_at(self.at)

    @property
    def place(self) -> tuple[int, int]:
        """What it has in common with the other segments of its passage."""
        return self.splice.at, self.segment.passage


def page_segments(timeline: Timeline) -> Iterator[PageSegment]:
    """Yield the segments of a timeline in order, without those of no length."""
    for splice, following in pairwise(timeline.splices):
        frames = _starts(splice, following.at) if splice.state == "playing" else [splice.at]
        for at, end in pairwise((*frames, following.at)):
            if end > at:
                yield PageSegment(at, end, splice, status_at(timeline, at))


def _starts(splice: Splice, end: int) -> list[int]:
    """Return the frames at which a segment of the score begins while a splice is played, up to a frame."""
    score, shift = splice.score, splice.at - splice.score_frame
    first = score.index(splice.score_frame)
    starts = (segment.start + shift for segment in score.segments[first:])
    return [max(start, splice.at) for start in starts if start < end]
