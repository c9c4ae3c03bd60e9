"""Holds: a position kept still for a length, `hold: 30s`."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from leanbreath.routine.basic_notations import LENGTH_PATTERN, Notation, length_text, parse_positive_length
from leanbreath.routine.work.base import WorkKind, lengths_between


@dataclass(frozen=True)
class Hold(WorkKind):
    """A position kept still."""

    kind: ClassVar[str] = "hold"
    notation: ClassVar[Notation] = Notation(
        lambda text: Hold(parse_positive_length(text)), "a length", LENGTH_PATTERN, ("30s", "1m30s")
    )

    seconds: Fraction

    def extension(self, seconds: Fraction) -> "Hold":
        """Return `seconds` more of the same hold."""
        return Hold(seconds)

    def doses(self, shortest: Fraction, longest: Fraction) -> "tuple[Hold, ...]":
        """Return the holds of `shortest` to `longest` seconds, in order of length."""
        return tuple(map(Hold, lengths_between(shortest, self.seconds, longest)))

    def text(self) -> str:
        """Return the short form."""
        return length_text(self.seconds)
