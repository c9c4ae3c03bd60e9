"""What is to come, as the pacer will show it: so that a hold is seen before it arrives."""

from leanbreath.score.score import RATE, Score, SegmentKind
from leanbreath.score.work import level

SECONDS: dict[SegmentKind, int] = {"breath": 24, "rep": 12, "beat": 4}
"""How far ahead one looks; what is slow is seen from further away."""

OTHERWISE = 24


def upcoming_levels(score: Score, frame: int, count: int) -> tuple[float | None, ...]:
    """Return the pacer's level at `count` places from a frame on; None where no work is.

    The places lie on a grid of their own, so that what is shown moves by whole places.
    """
    start, step = level_grid(score, frame, count)
    index, found = score.index(start), []
    for place in range(start, start + count * step, step):
        while index + 1 < len(score.segments) and score.segments[index + 1].start <= place:
            index += 1
        found.append(_level(score, index, place))
    return tuple(found)


def level_grid(score: Score, frame: int, count: int) -> tuple[int, int]:
    """Return the first place that is shown at a frame, and how far two of them lie apart; in frames."""
    step = max(SECONDS.get(score.at(frame).kind, OTHERWISE) * RATE // max(count, 1), 1)
    return frame // step * step, step


def _level(score: Score, index: int, frame: int) -> float | None:
    segment = score.segments[index]
    if frame >= score.total or score.passages[segment.passage].kind != "work":
        return None
    if segment.kind in ("breath", "rep", "beat"):
        start, end = segment.start, segment.end
    else:
        start, end = score.passage_span(segment.passage)
    return level(segment.kind, segment.phase, (frame - start) / max(end - start, 1))
