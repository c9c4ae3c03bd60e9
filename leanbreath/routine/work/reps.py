"""Repetitions: `10 @ 2s`, `8 @ 2-1-2` (there, hold, back), named parts in the long form, or `10` without a pace."""

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
    nearest_whole,
    parse_decimal,
    parse_positive_length,
    parse_whole_number,
)
from leanbreath.routine.work.base import MOST_SECONDS, WorkKind, counts_between
from leanbreath.routine.work.rep_part import RepPart
from leanbreath.routine.work.set_amount import SetAmount

REPS = re.compile(rf"([^@\s]+)\s*@\s*(?:({NUMBER_PATTERN}(?:-{NUMBER_PATTERN}){{2}})|([^-\s]+))")

PACE_PATTERN = rf"{NUMBER_PATTERN}(?:-{NUMBER_PATTERN}){{2}}|{LENGTH_PATTERN}"
REPS_PATTERN = rf"{WHOLE_NUMBER_PATTERN}(?:\s*@\s*(?:{PACE_PATTERN}))?"

COMMON_PARTS = ("there", "hold", "back")

Seconds = Annotated[Fraction, Notation(parse_positive_length, "a length", LENGTH_PATTERN, ("2s",))]


def _reps(text: str) -> "Reps":
    try:
        return _open_or_paced_reps(text)
    except NotationError as error:
        raise error.advised(natural_notation.reps(text), _open_or_paced_reps) from None


def _open_or_paced_reps(text: str) -> "Reps":
    if re.fullmatch(r"[0-9]+", text):
        number = parse_whole_number(text)
        return Reps(number, each=MOST_SECONDS / 2 / number, most_seconds=MOST_SECONDS)
    return _paced_reps(text)


def _paced_reps(text: str) -> "Reps":
    match = REPS.fullmatch(text)
    if match is None:
        fix = "write it as 10 @ 2s, or 8 @ 2-1-2 (there-hold-back)"
        raise NotationError(f'"{text}" is not a dose in reps', fix)
    count, parts, each = match.groups()
    if each is not None:
        return Reps(parse_whole_number(count), each=parse_positive_length(each))
    there, hold, back = (parse_decimal(part) for part in parts.split("-"))
    if not there + hold + back:
        raise NotationError(f'"{text}" takes no time', "make at least one part longer than zero, such as 8 @ 2-1-2")
    named = (("there", there), ("hold", hold), ("back", back))
    return Reps(parse_whole_number(count), phases=tuple(RepPart(*each) for each in named if each[1]))


@dataclass(frozen=True)
class Reps(WorkKind):
    """A number of repetitions, each of one length or of parts in order; open ones have no pace of their own."""

    kind: ClassVar[str] = "reps"
    word_key: ClassVar[str | None] = "rep"
    notation: ClassVar[Notation] = Notation(_reps, "reps", REPS_PATTERN, ("10 @ 2s", "8 @ 2-1-2", "10"))
    long_form: ClassVar[tuple[str, ...]] = ("count", "each", "phases")
    one_of: ClassVar[tuple[str, ...]] = ("each", "phases")

    count: Annotated[int, Notation(parse_whole_number, "a whole number", WHOLE_NUMBER_PATTERN, ("10",))]
    each: Seconds | None = None
    phases: tuple[RepPart, ...] = ()
    most_seconds: Fraction | None = None

    def __post_init__(self) -> None:
        if (self.each is None) == (not self.phases):
            raise NotationError('reps need either "each" or "phases"', "give one of them, such as each: 2s")
        if self.seconds > LONGEST_SECONDS:
            raise NotationError("these reps last longer than 4 hours", "use fewer or shorter ones")

    def lasting(self, seconds: Fraction, most: Fraction) -> "Reps":
        """Return the same, open: all of them are expected to last some seconds, and at most others."""
        return Reps(self.count, each=seconds / self.count, most_seconds=most)

    @property
    def parts(self) -> tuple[tuple[str | None, Fraction], ...]:
        """The parts of one rep in order, with their names; a rep without parts is one part without a name."""
        if self.each is not None:
            return ((None, self.each),)
        return tuple((part.name, part.seconds) for part in self.phases)

    @property
    def has_named_parts(self) -> bool:
        """Whether the author named parts other than there, hold and back."""
        return any(name and name not in COMMON_PARTS for name, _ in self.parts)

    @property
    def repetitions(self) -> int | None:
        """The number of reps; None if they are open, since nothing counts them."""
        return None if self.is_open else self.count

    @property
    def cue_counts(self) -> Mapping[str, int]:
        """The number of reps, by which a cue may be narrowed."""
        return {} if self.is_open else {"rep": self.count}

    @property
    def phase_names(self) -> tuple[str, ...]:
        """The names of the parts of a rep."""
        return tuple(name for name, _ in self.parts if name)

    @property
    def word_names(self) -> tuple[str, ...]:
        """The names that words may have: the parts (all of there, hold and back if there is one) and the whole rep."""
        common = COMMON_PARTS if self.phases and not self.has_named_parts else ()
        return tuple(dict.fromkeys((*self.phase_names, *common, "rep")))

    @property
    def part_count(self) -> int:
        """The parts of all reps."""
        return 1 if self.is_open else self.count * len(self.parts)

    @cached_property
    def seconds(self) -> Fraction:
        """The length of all reps."""
        return self.count * self._rep_seconds

    @cached_property
    def _rep_seconds(self) -> Fraction:
        return sum((seconds for _, seconds in self.parts), Fraction(0))

    def in_parts_of(self, other: WorkKind) -> "Reps":
        """Return as many reps of the same length, divided as those of other reps; open ones have no parts."""
        if not isinstance(other, Reps) or self.is_open or other.is_open or self.phase_names == other.phase_names:
            return self
        if not other.phases:
            return Reps(self.count, each=self._rep_seconds)
        factor = self._rep_seconds / other._rep_seconds
        return Reps(self.count, phases=tuple(replace(part, seconds=part.seconds * factor) for part in other.phases))

    def of_set(self, amount: SetAmount) -> "Reps":
        """Return the same reps, as many as in one set."""
        reps, most = replace(self, count=amount.repetitions), self.most_seconds
        return reps if most is None else reps.lasting(min(reps.seconds, most), most)

    def extension(self, seconds: Fraction) -> "Reps":
        """Return the whole number of further reps, at least one, nearest to `seconds`."""
        return Reps(nearest_whole(seconds / self._rep_seconds), self.each, self.phases)

    def doses(self, shortest: Fraction, longest: Fraction) -> "tuple[Reps, ...]":
        """Return the numbers of these reps that last `shortest` to `longest` seconds, the fewest first."""
        if self.is_open:
            return (self,)
        numbers = counts_between(shortest, self._rep_seconds, longest)
        each = (Reps(number, self.each, self.phases) for number in numbers)
        return tuple(dose for dose in each if shortest <= dose.seconds <= longest)

    def text(self) -> str:
        """Return the short form; reps with named parts have none, and show names and lengths instead."""
        if self.is_open:
            return str(self.count)
        if self.each is not None:
            return f"{self.count} @ {decimal_text(self.each)}s"
        names = [name for name, _ in self.parts]
        if names == [name for name in COMMON_PARTS if name in names]:
            parts = dict(self.parts)
            return f"{self.count} @ " + "-".join(decimal_text(parts.get(name, Fraction(0))) for name in COMMON_PARTS)
        return f"{self.count} @ " + " + ".join(f"{name} {decimal_text(seconds)}s" for name, seconds in self.parts)
