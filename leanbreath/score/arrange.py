"""Finds each spoken line its room: early enough to be heard whole, or in its short form, never over another."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from leanbreath.score.score import Cue, Line, Score, frames

WORDS_A_SECOND = Fraction(5, 2)
"""The pace of speech where no voice has said otherwise."""


def estimate(text: str) -> int:
    """Return about how many frames it takes to say a text."""
    return frames(Fraction(len(text.split())) / WORDS_A_SECOND)


def arrange(score: Score, spoken: Mapping[str, int] | None = None) -> Score:
    """Return the score with its lines moved so that none overlaps another; `spoken` maps texts to frames.

    Lines are placed from the last to the first, each to end before the next begins. One that fits neither whole nor
    short makes the next give way if that has a lower rank, else it goes to `crowded` itself.
    """
    lengths = dict(score.spoken) if spoken is None else dict(spoken)
    wishes = sorted((cue for cue in (*score.cues, *score.crowded) if cue.line), key=_wish)
    placed: list[Cue] = []
    crowded: list[Cue] = []
    for cue in reversed(wishes):
        _place(cue, placed, crowded, lengths)
    others = [cue for cue in score.cues if not cue.line]
    cues = sorted((*others, *(_at_home(score, cue) for cue in placed)), key=lambda cue: (cue.at, cue.segment))
    return replace(score, cues=tuple(cues), crowded=tuple(reversed(crowded)), spoken=tuple(sorted(lengths.items())))


def _wish(cue: Cue) -> tuple[int, int, int]:
    assert cue.line is not None
    return cue.line.wish, cue.segment, -cue.line.rank


def _place(cue: Cue, placed: list[Cue], crowded: list[Cue], lengths: Mapping[str, int]) -> None:
    """Put a line before all that are placed; the latest placed is the last of the list."""
    line = cue.line
    assert line is not None
    while True:
        following = placed[-1] if placed else None
        for text in filter(None, (line.text, line.short)):
            start = _start(line, lengths.get(text, estimate(text)), following)
            if start >= line.earliest:
                placed.append(cue._replace(at=start, say=text))
                return
        if following is None or following.line is None or following.line.rank >= line.rank:
            crowded.append(cue)
            return
        crowded.append(placed.pop())


def _start(line: Line, length: int, following: Cue | None) -> int:
    limits = [line.by] if line.by is not None else []
    if following is not None:
        limits.append(following.at)
    return min([line.wish, *(limit - length for limit in limits)])


def _at_home(score: Score, cue: Cue) -> Cue:
    """Return a line with the segment it has come to lie in; one at an edge stays with what it belongs to."""
    segment = score.segments[cue.segment]
    return cue if segment.start <= cue.at <= segment.end else cue._replace(segment=score.index(cue.at))
