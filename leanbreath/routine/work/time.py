"""Free movement for a length: `time: 60s`."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from leanbreath.routine.notation import LENGTH_PATTERN, Notation, length_text, parse_positive_length


@dataclass(frozen=True)
class Time:
    """Free movement."""

    kind: ClassVar[str] = "time"
    counted: ClassVar[bool] = False
    notation: ClassVar[Notation] = Notation(
        lambda text: Time(parse_positive_length(text)), "a length", LENGTH_PATTERN, ("60s", "1m30s")
    )

    seconds: Fraction

    def extension(self, seconds: Fraction) -> "Time":
        """Return the time of `seconds` that follows this one without a break."""
        return Time(seconds)

    def text(self) -> str:
        """Return the short form."""
        return length_text(self.seconds)
