"""Tones that glide with the breath: one for each inhale and exhale, even if it is counted in steps."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from leanbreath.score.kinds import SEGMENTS
from leanbreath.score.score import Glide, Segment

GLIDING_PHASES = ("inhale", "exhale")


def glides(segments: Iterable[Segment]) -> Iterator[Glide]:
    """Yield the glides of the breath in order; the steps of one inhale or exhale share a glide."""
    breathing = (segment for segment in segments if SEGMENTS[segment.kind].glides)
    for (_, phase, kind), group in groupby(breathing, lambda segment: (segment.passage, segment.phase, segment.kind)):
        if phase in GLIDING_PHASES:
            first, *rest = group
            end = rest[-1].end if rest else first.end
            yield Glide(first.start, end, phase, None if SEGMENTS[kind].sides_are_feet else first.side)
