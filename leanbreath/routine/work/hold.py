"""Holds: a position kept still for a length, `hold: 30s`, or as long as the runner can, `hold: max`."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from leanbreath.routine import natural_notation
from leanbreath.routine.basic_notations import (
    LENGTH_PATTERN,
    Notation,
    NotationError,
    length_text,
    parse_positive_length,
)
from leanbreath.routine.work.base import MOST_SECONDS, WorkKind, lengths_between
from leanbreath.routine.work.set_amount import SetAmount

OPEN = "max"
"""What an author writes for an open one."""


def _hold(text: str) -> "Hold":
    if text == OPEN:
        return Hold(MOST_SECONDS / 2, MOST_SECONDS)
    try:
        return Hold(parse_positive_length(text))
    except NotationError as error:
        raise error.advised(natural_notation.open_ended(text, OPEN), str) from None


@dataclass(frozen=True)
class Hold(WorkKind):
    """A position kept still; an open hold, `max`, for as long as the runner can."""

    kind: ClassVar[str] = "hold"
    word_key: ClassVar[str | None] = "hold"
    notation: ClassVar[Notation] = Notation(_hold, "a length", f"max|{LENGTH_PATTERN}", ("30s", "1m30s", "max"))

    seconds: Fraction
    most_seconds: Fraction | None = None

    def lasting(self, seconds: Fraction, most: Fraction) -> "Hold":
        """Return the same, open: expected to last some seconds, and at most others."""
        return Hold(seconds, most)

    def of_set(self, amount: SetAmount) -> "Hold":
        """Return the same with the length of one set."""
        return Hold(amount.seconds)

    def extension(self, seconds: Fraction) -> "Hold":
        """Return `seconds` more of the same hold."""
        return Hold(seconds)

    def doses(self, shortest: Fraction, longest: Fraction) -> "tuple[Hold, ...]":
        """Return the holds of `shortest` to `longest` seconds, in order of length."""
        if self.is_open:
            return (self,)
        return tuple(map(Hold, lengths_between(shortest, self.seconds, longest)))

    def text(self) -> str:
        """Return the short form."""
        return OPEN if self.is_open else length_text(self.seconds)
