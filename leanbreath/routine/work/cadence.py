"""Steps at a rate: `172 for 60s`, `168 to 176 for 60s`, `160 to 180 in 3 for 6m`, or with breaths counted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate
from math import isqrt
from typing import Annotated, ClassVar

from leanbreath.routine import natural_notation
from leanbreath.routine.basic_notations import (
    LENGTH_PATTERN,
    NUMBER_PATTERN,
    Notation,
    NotationError,
    decimal_text,
    length_text,
    nearest_whole,
    parse_decimal,
    parse_positive_length,
    parse_whole_number,
)
from leanbreath.routine.work.base import WorkKind, lengths_between
from leanbreath.routine.work.set_amount import SetAmount

CADENCE = re.compile(rf"({NUMBER_PATTERN})(?:\s+to\s+({NUMBER_PATTERN})(?:\s+in\s+([0-9]+))?)?\s+for\s+(\S+)")
RATES_PATTERN = rf"{NUMBER_PATTERN}(?:\s+to\s+{NUMBER_PATTERN}(?:\s+in\s+[0-9]{{1,2}})?)?"
CADENCE_PATTERN = rf"{RATES_PATTERN}\s+for\s+(?:{LENGTH_PATTERN})"
BREATH_IN_STEPS = re.compile(r"([1-9])-([1-9])")
PRECISION = 2**64

MOST_STAGES = 50
"""The most rates in turn."""


def _rate(text: str) -> Fraction:
    value = parse_decimal(text)
    if not 20 <= value <= 300:
        raise NotationError(f'"{text}" steps a minute is out of range', "use 20 to 300, such as 172")
    return value


def _cadence(text: str) -> "Cadence":
    try:
        return _steady_or_ramp(text)
    except NotationError as error:
        raise error.advised(natural_notation.cadences(text), _steady_or_ramp) from None


def _steady_or_ramp(text: str) -> "Cadence":
    match = CADENCE.fullmatch(text)
    if match is None:
        fix = "write it as 172 for 60s, 168 to 176 for 60s, or 160 to 180 in 3 for 6m"
        raise NotationError(f'"{text}" is not a cadence', fix)
    rate, to, stages, seconds = match.groups()
    return Cadence(
        _rate(rate),
        parse_positive_length(seconds),
        _rate(to) if to else None,
        in_=_stage_count(stages) if stages else None,
    )


def _stage_count(text: str) -> int:
    number = parse_whole_number(text)
    if not 2 <= number <= MOST_STAGES:
        raise NotationError(f"{number} rates are out of range", f"use 2 to {MOST_STAGES}, such as 3")
    return number


def _steps(text: str) -> tuple[int, int]:
    match = BREATH_IN_STEPS.fullmatch(text)
    if match is None:
        raise NotationError(f'"{text}" is not a breath in steps', "write the steps in and the steps out, such as 3-4")
    return int(match[1]), int(match[2])


Rate = Annotated[Fraction, Notation(_rate, "steps a minute", NUMBER_PATTERN, ("172",))]


@dataclass(frozen=True)
class Cadence(WorkKind):
    """Steps at an even rate, at a rate that rises or falls evenly, or at a few rates in turn (`in_` is how many).

    Each of those rates lasts for the whole number of steps nearest to an equal part of the time.
    """

    kind: ClassVar[str] = "cadence"
    word_key: ClassVar[str | None] = "step"
    notation: ClassVar[Notation] = Notation(
        _cadence, "a cadence", CADENCE_PATTERN, ("172 for 60s", "168 to 176 for 60s", "160 to 180 in 3 for 6m")
    )
    long_form: ClassVar[tuple[str, ...]] = ("rate", "to", "in", "for", "breath")

    rate: Rate
    for_: Annotated[Fraction, Notation(parse_positive_length, "a length", LENGTH_PATTERN, ("60s",))]
    to: Rate | None = None
    breath: Annotated[tuple[int, int], Notation(_steps, "steps in and out", "[1-9]-[1-9]", ("3-4",))] | None = None
    in_: Annotated[int, Notation(_stage_count, "how many rates", "[0-9]{1,2}", ("3",))] | None = None

    def __post_init__(self) -> None:
        if self.in_ and self.to is None:
            raise NotationError('"in" needs a second rate', "add the last rate, as in 160 to 180 in 3 for 6m")

    @property
    def stages(self) -> tuple["Cadence", ...]:
        """The cadence at each rate in turn, with its own length."""
        if not self.in_ or self.to is None:
            return (self,)
        last = self.in_ - 1
        rates = (self.rate + (self.to - self.rate) * Fraction(i, last) for i in range(self.in_))
        part = self.for_ / self.in_
        return tuple(Cadence(rate, nearest_whole(rate * part / 60) * 60 / rate) for rate in rates)

    @property
    def seconds(self) -> Fraction:
        """The length of all steps."""
        return sum((stage.for_ for stage in self.stages), Fraction(0)) if self.in_ else self.for_

    @property
    def steps(self) -> int:
        """The number of steps that begin."""
        if self.in_:
            return sum(stage.steps for stage in self.stages)
        total = (self.rate + (self.to or self.rate)) / 2 * self.for_ / 60
        return -(-total.numerator // total.denominator)

    @property
    def cue_counts(self) -> Mapping[str, int]:
        """The number of steps, and of the breaths counted in them, by which a cue may be narrowed."""
        return {"rep": self.steps} if self.breath is None else {"rep": self.steps, "breath": self._breaths}

    @property
    def _breaths(self) -> int:
        return -(-self.steps // sum(self.breath)) if self.breath else 0

    @property
    def phase_names(self) -> tuple[str, ...]:
        """The phases of a breath that is counted in steps."""
        return ("inhale", "exhale") if self.breath else ()

    @property
    def part_count(self) -> int:
        """One part a step."""
        return self.steps

    @property
    def starts(self) -> tuple[Fraction, ...]:
        """The second at which each step begins, to within 2**-64."""
        if self.in_:
            stages = self.stages
            begins = accumulate((stage.for_ for stage in stages), initial=Fraction(0))
            return tuple(begin + start for begin, stage in zip(begins, stages, strict=False) for start in stage.starts)
        change = ((self.to or self.rate) - self.rate) / self.for_
        return tuple(self._second(Fraction(60 * step), change) for step in range(self.steps))

    def _second(self, steps: Fraction, change: Fraction) -> Fraction:
        """Return the t at which rate·t + change·t²/2 = steps, exact enough for small changes.

        On a ramp all seconds share a denominator, which would otherwise grow with each step.
        """
        if not change:
            return steps / self.rate
        square = self.rate**2 + 2 * change * steps
        root = Fraction(isqrt(int(square * PRECISION**2)), PRECISION)
        return Fraction(int(2 * steps * PRECISION / (self.rate + root)), PRECISION)

    def of_set(self, amount: SetAmount) -> "Cadence":
        """Return the same steps for the length of one set."""
        return replace(self, for_=amount.seconds)

    def extension(self, seconds: Fraction) -> "Cadence":
        """Return `seconds` more at the last rate."""
        return Cadence(self.to or self.rate, seconds, breath=self.breath)

    def doses(self, shortest: Fraction, longest: Fraction) -> "tuple[Cadence, ...]":
        """Return these steps for `shortest` to `longest` seconds, in order of length; a ramp keeps its rates."""
        each = [replace(self, for_=length) for length in lengths_between(shortest, self.for_, longest)]
        by_length = {dose.seconds: dose for dose in (*each, self)}
        return tuple(by_length[length] for length in sorted(by_length) if shortest <= length <= longest)

    def text(self) -> str:
        """Return the short form."""
        ramp = f" to {decimal_text(self.to)}" if self.to else ""
        ramp += f" in {self.in_}" if self.in_ else ""
        return f"{decimal_text(self.rate)}{ramp} for {length_text(self.for_)}"
