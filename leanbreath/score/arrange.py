"""The arrangement of spoken lines: each finds a free slot, early enough to be heard whole and never over another."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from leanbreath.score.score import RATE, Cue, Density, Score

FRAMES_A_WORD = RATE * 2 // 5
"""The pace of speech assumed without a voice: 2.5 words a second."""


@cache
def estimated_frames(text: str) -> int:
    """Return about how many frames it takes to say a text."""
    return len(text.split()) * FRAMES_A_WORD


def spoken_frames(text: str, lengths: Mapping[str, int]) -> int:
    """Return how many frames it takes to say a text: as the voice measured it, else an estimate."""
    return lengths.get(text, estimated_frames(text))


def arrange(score: Score, spoken: Mapping[str, int] | None = None, density: Density | None = None) -> Score:
    """Return the score with its lines moved so that no two overlap; `spoken` maps texts to frames.

    No line is said across a wait, where the session stops. Lines stay in the same place at every density.
    """
    lengths = dict(score.spoken) if spoken is None else dict(spoken)
    waits = [segment.start for segment in score.segments if segment.kind == "wait" and segment.start == segment.end]
    lines = [cue for cue in (*score.cues, *score.unplaced) if cue.line]
    arranged, unplaced = arrange_lines(lines, lengths, waits)
    cues = (*(cue for cue in score.cues if not cue.line), *(_with_segment(score, cue) for cue in arranged))
    return replace(
        score,
        cues=tuple(sorted(cues, key=_order)),
        unplaced=tuple(unplaced),
        spoken=tuple(sorted(lengths.items())),
        density=density or score.density,
    )


def arrange_lines(
    lines: Iterable[Cue], lengths: Mapping[str, int], barriers: Iterable[int] = ()
) -> tuple[list[Cue], list[Cue]]:
    """Return the lines that found a slot and those that did not; none is said across one of the `barriers`.

    Each line in turn takes the free slot nearest before its preferred frame, in full if it fits, else in a shorter
    form. Lines of high rank go first; within a rank those that cannot move go first, then the later ones.
    """
    arranged: list[Cue] = []
    unplaced: list[Cue] = []
    taken: list[tuple[int, int]] = sorted((barrier, barrier) for barrier in barriers)
    for cue in sorted(lines, key=_priority):
        slot = _slot(cue, taken, lengths)
        if slot is None:
            unplaced.append(cue)
        else:
            start, text = slot
            insort(taken, (start, start + spoken_frames(text, lengths)))
            arranged.append(cue._replace(at=start, say=text))
    return arranged, sorted(unplaced, key=_order)


def _order(cue: Cue) -> tuple[int, int]:
    return cue.at, cue.segment


def _priority(cue: Cue) -> tuple[int, bool, int, tuple[str, ...]]:
    line = cue.line
    assert line is not None
    return -line.rank, line.earliest < line.preferred, -line.preferred, line.forms


def _slot(cue: Cue, taken: list[tuple[int, int]], lengths: Mapping[str, int]) -> tuple[int, str] | None:
    """Return the frame and the form in which a line can be said, or None."""
    line = cue.line
    assert line is not None
    for text in line.forms:
        length = spoken_frames(text, lengths)
        latest = line.preferred if line.deadline is None else min(line.preferred, line.deadline - length)
        start = _last_free(latest, line.earliest, length, taken)
        if start >= line.earliest:
            return start, text
        if line.max_delay:
            start = _first_free(line.preferred, length, taken)
            if start <= line.preferred + line.max_delay:
                return start, text
    return None


def _last_free(start: int, earliest: int, length: int, taken: list[tuple[int, int]]) -> int:
    """Return the last frame, `start` or before, from which `length` frames are free."""
    for index in range(bisect_left(taken, (start + length,)) - 1, -1, -1):
        first, end = taken[index]
        if end <= start or start < earliest:
            break
        start = first - length
    return start


def _first_free(start: int, length: int, taken: list[tuple[int, int]]) -> int:
    """Return the first frame, `start` or after, from which `length` frames are free."""
    for first, end in taken:
        if first < start + length and end > start:
            start = end
    return start


def _with_segment(score: Score, cue: Cue) -> Cue:
    """Return a moved line with the segment it now lies in; at an edge it keeps the segment it belongs to."""
    segment = score.segments[cue.segment]
    return cue if segment.start <= cue.at <= segment.end else cue._replace(segment=score.index(cue.at))
