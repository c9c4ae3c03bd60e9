"""Parts: what a passage is made of; each becomes one segment."""

from fractions import Fraction
from typing import NamedTuple

from leanbreath.routine.vocabulary import Side
from leanbreath.score.score import SegmentKind, Sound


class Part(NamedTuple):
    """One breath phase, part of a rep, step of cadence, hold or gap: its exact length and the sound that opens it.

    `say` is what is spoken in place of its word, and `is_called` is whether that comes in every rep. `starts_phase` is
    false where a breath phase continues from the part before. `breath` numbers the breaths, if there are any.
    """

    kind: SegmentKind
    seconds: Fraction
    phase: str | None = None
    rep: int | None = None
    breath: int | None = None
    side: Side | None = None
    sound: Sound | None = None
    say: str | None = None
    is_called: bool = False
    starts_phase: bool = True


def opposite(side: Side) -> Side:
    """Return the other side."""
    return "right" if side == "left" else "left"


def alternating_side(first: Side | None, count: int) -> Side | None:
    """Return whose turn it is at a count from 1 when sides alternate from `first`; None when they don't."""
    if first is None:
        return None
    return first if count % 2 else opposite(first)
