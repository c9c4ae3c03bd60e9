"""Where a tone glides with the breath: each way in and out, also one that is counted in steps."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from leanbreath.score.score import Glide, Segment

WAYS = ("inhale", "exhale")


def glides(segments: Iterable[Segment]) -> Iterator[Glide]:
    """Yield the ways of the breath in order; steps of one way make one glide."""
    breathing = (segment for segment in segments if segment.kind in ("breath", "beat"))
    for (_, phase, kind, _), group in groupby(breathing, _way):
        if phase in WAYS:
            first, *rest = group
            end = rest[-1].end if rest else first.end
            yield Glide(first.start, end, phase, first.side if kind == "breath" else None)


def _way(segment: Segment) -> tuple[int, str | None, str, int | None]:
    breath = segment.rep if segment.kind == "breath" else None
    return segment.passage, segment.phase, segment.kind, breath
