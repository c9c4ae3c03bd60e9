"""Parts: what a passage is made of, each one a segment to be."""

from fractions import Fraction
from typing import NamedTuple

from leanbreath.routine.vocabulary import Side
from leanbreath.score.score import SegmentKind, Sound


class Part(NamedTuple):
    """One breath phase, part of a rep, step or stretch; exact length, and what is heard where it begins.

    `opens` says that a phase begins here rather than goes on; `breath` counts breaths where there are any.
    """

    kind: SegmentKind
    seconds: Fraction
    phase: str | None = None
    rep: int | None = None
    breath: int | None = None
    side: Side | None = None
    sound: Sound | None = None
    say: str | None = None
    opens: bool = True


def other(side: Side) -> Side:
    """Return the other side."""
    return "right" if side == "left" else "left"


def foot(first: Side | None, count: int) -> Side | None:
    """Return the side whose turn it is at a count from 1, when sides alternate from `first`; None when they do not."""
    if first is None:
        return None
    return first if count % 2 else other(first)
