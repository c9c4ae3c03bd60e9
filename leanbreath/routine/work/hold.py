"""Stillness for a length: `hold: 30s`."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from leanbreath.routine.notation import LENGTH_PATTERN, Notation, length_text, parse_positive_length


@dataclass(frozen=True)
class Hold:
    """A position kept still."""

    kind: ClassVar[str] = "hold"
    counted: ClassVar[bool] = False
    notation: ClassVar[Notation] = Notation(
        lambda text: Hold(parse_positive_length(text)), "a length", LENGTH_PATTERN, ("30s", "1m30s")
    )

    seconds: Fraction

    def extension(self, seconds: Fraction) -> "Hold":
        """Return the hold of `seconds` that follows this one without a break."""
        return Hold(seconds)

    def text(self) -> str:
        """Return the short form."""
        return length_text(self.seconds)
