"""Finds each spoken line its room: early enough to be heard whole, or in its short form, never over another."""

from bisect import insort
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from leanbreath.score.score import Cue, Score, frames

WORDS_A_SECOND = Fraction(5, 2)
"""The pace of speech where no voice has said otherwise."""


def estimate(text: str) -> int:
    """Return about how many frames it takes to say a text."""
    return frames(Fraction(len(text.split())) / WORDS_A_SECOND)


def arrange(score: Score, spoken: Mapping[str, int] | None = None) -> Score:
    """Return the score with its lines moved so that none overlaps another; `spoken` maps texts to frames.

    Each line in turn takes the free room that is nearest before its wish, whole if it can, else short. Lines of high
    rank come first, of one rank those that cannot move, of those the later. One that finds no room goes to `crowded`.
    """
    lengths = dict(score.spoken) if spoken is None else dict(spoken)
    lines = [cue for cue in (*score.cues, *score.crowded) if cue.line]
    placed: list[Cue] = []
    crowded: list[Cue] = []
    taken: list[tuple[int, int]] = []
    for cue in sorted(lines, key=_turn):
        found = _room(cue, taken, lengths)
        if found is None:
            crowded.append(cue)
        else:
            start, text = found
            insort(taken, (start, start + _length(text, lengths)))
            placed.append(_at_home(score, cue._replace(at=start, say=text)))
    cues = sorted((*(cue for cue in score.cues if not cue.line), *placed), key=lambda cue: (cue.at, cue.segment))
    crowded.sort(key=lambda cue: (cue.at, cue.segment))
    return replace(score, cues=tuple(cues), crowded=tuple(crowded), spoken=tuple(sorted(lengths.items())))


def _turn(cue: Cue) -> tuple[int, bool, int, str, str]:
    line = cue.line
    assert line is not None
    return -line.rank, line.earliest < line.wish, -line.wish, line.text, line.short or ""


def _length(text: str, lengths: Mapping[str, int]) -> int:
    return lengths.get(text, estimate(text))


def _room(cue: Cue, taken: list[tuple[int, int]], lengths: Mapping[str, int]) -> tuple[int, str] | None:
    """Return where a line can be said, and in which form, or None."""
    line = cue.line
    assert line is not None
    for text in filter(None, (line.text, line.short)):
        length = _length(text, lengths)
        latest = line.wish if line.by is None else min(line.wish, line.by - length)
        for start, end in reversed(taken):
            if start < latest + length and end > latest:
                latest = start - length
        if latest >= line.earliest:
            return latest, text
        soonest = line.wish
        for start, end in taken:
            if start < soonest + length and end > soonest:
                soonest = end
        if line.wish < soonest <= line.wish + line.late:
            return soonest, text
    return None


def _at_home(score: Score, cue: Cue) -> Cue:
    """Return a line with the segment it has come to lie in; one at an edge stays with what it belongs to."""
    segment = score.segments[cue.segment]
    return cue if segment.start <= cue.at <= segment.end else cue._replace(segment=score.index(cue.at))
