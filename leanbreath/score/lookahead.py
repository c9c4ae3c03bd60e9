"""The pacer's levels to come, so that a runner sees a hold before it arrives."""

from leanbreath.score.kinds import SEGMENTS
from leanbreath.score.score import RATE, Score


def upcoming_points(score: Score, frame: int, count: int) -> range:
    """Return `count` frames from a frame on at which to show the pacer's level.

    They lie on a fixed grid, so that the picture moves by whole points.
    """
    seconds = SEGMENTS[score.at(frame).kind].lookahead_seconds
    step = max(seconds * RATE // max(count, 1), 1)
    start = frame // step * step
    return range(start, start + count * step, step)


def levels_at(score: Score, points: range) -> tuple[float | None, ...]:
    """Return the pacer's level at some frames; None where nothing is paced."""
    if not points:
        return ()
    index, levels = score.index(points[0]), []
    for point in points:
        while index + 1 < len(score.segments) and score.segments[index + 1].start <= point:
            index += 1
        levels.append(_level(score, index, point))
    return tuple(levels)


def _level(score: Score, index: int, frame: int) -> float | None:
    segment = score.segments[index]
    traits = SEGMENTS[segment.kind]
    if frame >= score.total or not traits.shows_lookahead:
        return None
    return traits.level(segment.phase, (frame - segment.start) / max(segment.end - segment.start, 1))
