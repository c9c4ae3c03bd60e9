"""Paced breaths: `4-0-6-2 x 8`, `4-0-6-2 for 2m`, `3-0-4-0 to 4-0-6-0 x 10`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Annotated, ClassVar

from leanbreath.routine import natural_notation
from leanbreath.routine.basic_notations import (
    LENGTH_PATTERN,
    LONGEST_SECONDS,
    NUMBER_PATTERN,
    WHOLE_NUMBER_PATTERN,
    Notation,
    NotationError,
    decimal_text,
    length_text,
    nearest_whole,
    parse_decimal,
    parse_positive_length,
    parse_whole_number,
)
from leanbreath.routine.work.base import WorkKind, counts_between
from leanbreath.routine.work.set_amount import SetAmount

PATTERN = rf"{NUMBER_PATTERN}(?:-{NUMBER_PATTERN}){{1,3}}"
BREATHS = re.compile(rf"({PATTERN})(?:\s+to\s+({PATTERN}))?\s+(?:x\s*(\S+)|for\s+(\S+))")

BREATH_PATTERN = rf"{NUMBER_PATTERN}-{NUMBER_PATTERN}(?:-{NUMBER_PATTERN}-{NUMBER_PATTERN})?"
BREATHS_PATTERN = (
    rf"{BREATH_PATTERN}(?:\s+to\s+{BREATH_PATTERN})?\s+(?:x\s*{WHOLE_NUMBER_PATTERN}|for\s+(?:{LENGTH_PATTERN}))"
)


def _pattern(text: str) -> "Pattern":
    parts = text.split("-")
    if len(parts) == 3 and re.fullmatch(PATTERN, text):
        message = f'"{text}" has three numbers; a breath has two (in-out) or four (in-hold-out-rest)'
        raise NotationError(message, f"write {natural_notation.four_phases(text)}")
    if not re.fullmatch(PATTERN, text) or len(parts) not in (2, 4):
        raise NotationError(
            f'"{text}" is not a breath',
            "write the seconds as in-hold-out-rest, such as 4-0-6-2, or as in-out, such as 4-6",
        )
    numbers = [parse_decimal(part) for part in parts]
    return Pattern(*(numbers if len(numbers) == 4 else (numbers[0], Fraction(0), numbers[1], Fraction(0))))


Seconds = Annotated[Fraction, Notation(parse_positive_length, "a length", LENGTH_PATTERN, ("2m",))]
Phase = Annotated[Fraction, Notation(parse_decimal, "a number of seconds", NUMBER_PATTERN, ("4",))]


@dataclass(frozen=True)
class Pattern:
    """One breath: the seconds of its four phases."""

    inhale: Phase
    hold: Phase
    exhale: Phase
    rest: Phase

    def __post_init__(self) -> None:
        if self.inhale == 0 or self.exhale == 0:
            raise NotationError(
                "a breath needs time to go in and to go out", "make both longer than zero, as in 4-0-6-0"
            )
        if self.seconds > 120:
            raise NotationError("a breath lasts two minutes at most", "write its phases in seconds, such as 4-0-6-0")

    @property
    def phases(self) -> tuple[tuple[str, Fraction], ...]:
        """The phases that take time, by name, in order."""
        each = (("inhale", self.inhale), ("hold", self.hold), ("exhale", self.exhale), ("rest", self.rest))
        return tuple((name, seconds) for name, seconds in each if seconds)

    @cached_property
    def seconds(self) -> Fraction:
        """The length of the breath."""
        return self.inhale + self.hold + self.exhale + self.rest

    def toward(self, other: "Pattern", part: Fraction) -> "Pattern":
        """Return the pattern at `part` (0 to 1) of the way from this one to the other."""
        return Pattern(
            self.inhale + (other.inhale - self.inhale) * part,
            self.hold + (other.hold - self.hold) * part,
            self.exhale + (other.exhale - self.exhale) * part,
            self.rest + (other.rest - self.rest) * part,
        )

    def text(self) -> str:
        """Return the short form."""
        return "-".join(map(decimal_text, (self.inhale, self.hold, self.exhale, self.rest)))


def _breath(text: str) -> "Breath":
    if re.fullmatch(PATTERN, text):
        pattern = natural_notation.four_phases(text)
        raise NotationError(f'"{text}" does not say how many breaths', f"write {pattern} x 8, or {pattern} for 2m")
    try:
        return _breaths(text)
    except NotationError as error:
        raise error.advised(natural_notation.breaths(text), _breaths) from None


def _breaths(text: str) -> "Breath":
    match = BREATHS.fullmatch(text)
    if match is None:
        fix = "write it as 4-0-6-2 x 8, 4-0-6-2 for 2m or 3-4 to 4-6 x 10"
        raise NotationError(f'"{text}" is not a dose in breaths', fix)
    pattern, to, count, for_ = match.groups()
    return Breath(
        _pattern(pattern),
        _pattern(to) if to else None,
        parse_whole_number(count) if count else None,
        parse_positive_length(for_) if for_ else None,
    )


ShortPattern = Annotated[Pattern, Notation(_pattern, "a breath", BREATH_PATTERN, ("4-0-6-2", "4-6"))]


@dataclass(frozen=True)
class Breath(WorkKind):
    """A number of breaths of one pattern, or of a ramp from one pattern to another."""

    kind: ClassVar[str] = "breath"
    notation: ClassVar[Notation] = Notation(
        _breath, "breaths", BREATHS_PATTERN, ("4-0-6-2 x 8", "4-0-6-2 for 2m", "3-0-4-0 to 4-0-6-0 x 10")
    )
    long_form: ClassVar[tuple[str, ...]] = ("pattern", "to", "count", "for")
    one_of: ClassVar[tuple[str, ...]] = ("count", "for")

    pattern: ShortPattern
    to: ShortPattern | None = None
    count: Annotated[int, Notation(parse_whole_number, "a whole number", WHOLE_NUMBER_PATTERN, ("8",))] | None = None
    for_: Seconds | None = None

    def __post_init__(self) -> None:
        if (self.count is None) == (self.for_ is None):
            raise NotationError('breaths need either "count" or "for"', "give one of them, such as count: 8")
        if self.repetitions * max(self.pattern.seconds, (self.to or self.pattern).seconds) > LONGEST_SECONDS:
            raise NotationError("these breaths last longer than 4 hours", "use fewer")

    @property
    def repetitions(self) -> int:
        """The number of breaths; for a length, the nearest whole number."""
        if self.count is not None:
            return self.count
        assert self.for_ is not None
        return nearest_whole(self.for_ / self._mean_seconds)

    @cached_property
    def _mean_seconds(self) -> Fraction:
        return (self.pattern.seconds + self.to.seconds) / 2 if self.to else self.pattern.seconds

    @property
    def cue_counts(self) -> Mapping[str, int]:
        """The number of breaths, by which a cue may be narrowed."""
        return {"breath": self.repetitions}

    @property
    def phase_names(self) -> tuple[str, ...]:
        """The phases that take time in any of the breaths."""
        return tuple(dict.fromkeys(name for name, _ in (*self.pattern.phases, *(self.to or self.pattern).phases)))

    @property
    def word_names(self) -> tuple[str, ...]:
        """The four phases; one that takes no time here may take some in a step."""
        return ("inhale", "hold", "exhale", "rest")

    @property
    def part_count(self) -> int:
        """At most four phases a breath."""
        return 4 * self.repetitions

    @property
    def breaths(self) -> tuple[Pattern, ...]:
        """The pattern of each breath; on a ramp, breath i of n is at i/(n-1) of the way."""
        if self.to is None or self.repetitions == 1:
            return (self.pattern,) * self.repetitions
        last = self.repetitions - 1
        return tuple(self.pattern.toward(self.to, Fraction(i, last)) for i in range(self.repetitions))

    @cached_property
    def seconds(self) -> Fraction:
        """The length of all breaths; on a ramp they are as long as the mean of the first and the last."""
        return self.pattern.seconds if self.repetitions == 1 else self.repetitions * self._mean_seconds

    def of_set(self, amount: SetAmount) -> "Breath":
        """Return the same breaths, as many as in one set."""
        return replace(self, count=amount.repetitions, for_=None)

    def extension(self, seconds: Fraction) -> "Breath":
        """Return the whole number of further breaths, at least one, nearest to `seconds`."""
        last = self.breaths[-1]
        return Breath(last, count=nearest_whole(seconds / last.seconds))

    def doses(self, shortest: Fraction, longest: Fraction) -> "tuple[Breath, ...]":
        """Return the whole numbers of these breaths that last `shortest` to `longest` seconds, the fewest first."""
        numbers = counts_between(shortest, self._mean_seconds, longest)
        each = (self if number == self.repetitions else Breath(self.pattern, self.to, number) for number in numbers)
        return tuple(dose for dose in each if shortest <= dose.seconds <= longest)

    def text(self) -> str:
        """Return the short form."""
        ramp = f" to {self.to.text()}" if self.to else ""
        amount = f"x {self.count}" if self.count is not None else f"for {length_text(self.for_ or Fraction(0))}"
        return f"{self.pattern.text()}{ramp} {amount}"
