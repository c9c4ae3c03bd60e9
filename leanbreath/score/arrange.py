"""Finds each spoken line its room: early enough to be heard whole, or in its short form, never over another."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from leanbreath.score.score import RATE, Cue, Density, Score

FRAMES_A_WORD = RATE * 2 // 5
"""The pace of speech where no voice has said otherwise: 2.5 words a second."""


@cache
def estimate(text: str) -> int:
    """Return about how many frames it takes to say a text."""
    return len(text.split()) * FRAMES_A_WORD


def arrange(score: Score, spoken: Mapping[str, int] | None = None, density: Density | None = None) -> Score:
    """Return the score with its lines moved so that none overlaps another; `spoken` maps texts to frames.

    No line is said across a wait, at which the transport stops. Where everything is stays the same at every density.
    """
    lengths = dict(score.spoken) if spoken is None else dict(spoken)
    waits = [segment.start for segment in score.segments if segment.kind == "wait" and segment.start == segment.end]
    found, crowded = placed([cue for cue in (*score.cues, *score.crowded) if cue.line], lengths, waits)
    lines = [_at_home(score, cue) for cue in found]
    return replace(
        score,
        cues=tuple(sorted((*(cue for cue in score.cues if not cue.line), *lines), key=_order)),
        crowded=tuple(crowded),
        spoken=tuple(sorted(lengths.items())),
        density=density or score.density,
    )


def placed(lines: Iterable[Cue], lengths: Mapping[str, int], walls: Iterable[int] = ()) -> tuple[list[Cue], list[Cue]]:
    """Return the lines that have found room, and those that have not; none is said across one of the `walls`.

    Each line in turn takes the free room that is nearest before its wish, whole if it can, else short. Lines of high
    rank come first, of one rank those that cannot move, of those the later.
    """
    found: list[Cue] = []
    crowded: list[Cue] = []
    taken: list[tuple[int, int]] = sorted((wall, wall) for wall in walls)
    for cue in sorted(lines, key=_turn):
        room = _room(cue, taken, lengths)
        if room is None:
            crowded.append(cue)
        else:
            start, text = room
            insort(taken, (start, start + saying(text, lengths)))
            found.append(cue._replace(at=start, say=text))
    return found, sorted(crowded, key=_order)


def _order(cue: Cue) -> tuple[int, int]:
    return cue.at, cue.segment


def _turn(cue: Cue) -> tuple[int, bool, int, str, str]:
    line = cue.line
    assert line is not None
    return -line.rank, line.earliest < line.wish, -line.wish, line.text, line.short or ""


def saying(text: str, lengths: Mapping[str, int]) -> int:
    """Return how many frames it takes to say a text: as a voice has told, or about."""
    return lengths.get(text, estimate(text))


def _room(cue: Cue, taken: list[tuple[int, int]], lengths: Mapping[str, int]) -> tuple[int, str] | None:
    """Return where a line can be said, and in which form, or None."""
    line = cue.line
    assert line is not None
    for text in filter(None, (line.text, line.short)):
        count = saying(text, lengths)
        latest = line.wish if line.by is None else min(line.wish, line.by - count)
        latest = _before(latest, line.earliest, count, taken)
        if latest >= line.earliest:
            return latest, text
        if line.late:
            soonest = _after(line.wish, count, taken)
            if soonest <= line.wish + line.late:
                return soonest, text
    return None


def _before(start: int, earliest: int, length: int, taken: list[tuple[int, int]]) -> int:
    """Return the last frame, `start` or before, from which `length` frames are free."""
    for index in range(bisect_left(taken, (start + length,)) - 1, -1, -1):
        first, end = taken[index]
        if end <= start or start < earliest:
            break
        start = first - length
    return start


def _after(start: int, length: int, taken: list[tuple[int, int]]) -> int:
    """Return the first frame, `start` or after, from which `length` frames are free."""
    for first, end in taken:
        if first < start + length and end > start:
            start = end
    return start


def _at_home(score: Score, cue: Cue) -> Cue:
    """Return a line with the segment it has come to lie in; one at an edge stays with what it belongs to."""
    segment = score.segments[cue.segment]
    return cue if segment.start <= cue.at <= segment.end else cue._replace(segment=score.index(cue.at))
