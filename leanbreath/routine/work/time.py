"""Free movement for a length, `time: 60s`, or until the runner is done, `time: open`."""

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

OPEN = "open"
"""What an author writes for an open one."""


def _time(text: str) -> "Time":
    if text == OPEN:
        return Time(MOST_SECONDS / 2, MOST_SECONDS)
    try:
        return Time(parse_positive_length(text))
    except NotationError as error:
        raise error.advised(natural_notation.open_ended(text, OPEN), str) from None


@dataclass(frozen=True)
class Time(WorkKind):
    """Free movement; if it is open, until the runner is done."""

    kind: ClassVar[str] = "time"
    word_key: ClassVar[str | None] = "time"
    notation: ClassVar[Notation] = Notation(_time, "a length", f"open|{LENGTH_PATTERN}", ("60s", "1m30s", "open"))

    seconds: Fraction
    most_seconds: Fraction | None = None

    def lasting(self, seconds: Fraction, most: Fraction) -> "Time":
        """Return the same, open: expected to last some seconds, and at most others."""
        return Time(seconds, most)

    def of_set(self, amount: SetAmount) -> "Time":
        """Return the same with the length of one set."""
        return Time(amount.seconds)

    def extension(self, seconds: Fraction) -> "Time":
        """Return `seconds` more of the same movement."""
        return Time(seconds)

    def doses(self, shortest: Fraction, longest: Fraction) -> "tuple[Time, ...]":
        """Return the times of `shortest` to `longest` seconds, in order of length."""
        if self.is_open:
            return (self,)
        return tuple(map(Time, lengths_between(shortest, self.seconds, longest)))

    def text(self) -> str:
        """Return the short form."""
        return OPEN if self.is_open else length_text(self.seconds)
