"""Free movement for a length: `time: 60s`."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from leanbreath.routine.basic_notations import LENGTH_PATTERN, Notation, length_text, parse_positive_length
from leanbreath.routine.work.base import WorkKind, lengths_between


@dataclass(frozen=True)
class Time(WorkKind):
    """Free movement."""

    kind: ClassVar[str] = "time"
    notation: ClassVar[Notation] = Notation(
        lambda text: Time(parse_positive_length(text)), "a length", LENGTH_PATTERN, ("60s", "1m30s")
    )

    seconds: Fraction

    def extension(self, seconds: Fraction) -> "Time":
        """Return `seconds` more of the same movement."""
        return Time(seconds)

    def doses(self, shortest: Fraction, longest: Fraction) -> "tuple[Time, ...]":
        """Return the times of `shortest` to `longest` seconds, in order of length."""
        return tuple(map(Time, lengths_between(shortest, self.seconds, longest)))

    def text(self) -> str:
        """Return the short form."""
        return length_text(self.seconds)
