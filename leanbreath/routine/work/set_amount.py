"""The amount of one set in a progression: `sets: [12, 10, 8]`, `sets: [30s, 20s]`."""

from fractions import Fraction
from typing import Annotated, NamedTuple

from leanbreath.routine.basic_notations import (
    LENGTH_PATTERN,
    Notation,
    NotationError,
    is_valid,
    parse_positive_length,
    parse_whole_number,
)


class SetAmount(NamedTuple):
    """A number of repetitions or a length, depending on the kind of work."""

    text: str

    @property
    def repetitions(self) -> int:
        """The number of repetitions; raises `NotationError` for a length."""
        if not is_valid(parse_whole_number, self.text):
            fix = "write how many in each set, such as sets: [12, 10, 8]"
            raise NotationError(f'"{self.text}" is not a count', fix)
        return parse_whole_number(self.text)

    @property
    def seconds(self) -> Fraction:
        """The length."""
        return parse_positive_length(self.text)


def parse_set_amount(text: str) -> SetAmount:
    """Return the amount of a set: a whole number, or a length above zero."""
    if not is_valid(parse_whole_number, text):
        parse_positive_length(text)
    return SetAmount(text)


Amount = Annotated[SetAmount, Notation(parse_set_amount, "the amount of a set", LENGTH_PATTERN, ("12", "30s"))]
