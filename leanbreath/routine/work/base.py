"""What every kind of work has, with the defaults of a kind that is one uncounted length."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import count
from typing import ClassVar, Self

from leanbreath.routine.basic_notations import LARGEST_NUMBER, Notation

DOSE_STEP = Fraction(5)
"""Lengths grow and shrink by five seconds."""

MOST_SECONDS = Fraction(180)
"""How long open work may last if nothing else is said; half of it is expected."""


class WorkKind:
    """A kind of work; its class also has `seconds`, `text`, `extension`, `doses` and `of_set`."""

    kind: ClassVar[str]
    """The key an author writes."""

    notation: ClassVar[Notation]
    """The short form."""

    long_form: ClassVar[tuple[str, ...]] = ()
    """The keys of the long form, in order; none if it can only be written as a short text."""

    one_of: ClassVar[tuple[str, ...]] = ()
    """Keys of the long form of which exactly one is needed."""

    word_key: ClassVar[str | None] = None
    """The name by which an author gives one word to all of it; None if its phases have words."""

    most_seconds: Fraction | None = None
    """How long open work may last, which the runner ends; None if its length is fixed."""

    @property
    def is_open(self) -> bool:
        """Whether the runner ends it; its length is only expected."""
        return self.most_seconds is not None

    @property
    def repetitions(self) -> int | None:
        """The number of breaths or reps a runner counts; None if nothing is counted."""
        return None

    @property
    def cue_counts(self) -> Mapping[str, int]:
        """The keys that narrow an author's cue (`breath`, `rep`), and how many of each there are."""
        return {}

    @property
    def phase_names(self) -> tuple[str, ...]:
        """The names of the phases that cues and figures may refer to."""
        return ()

    @property
    def word_names(self) -> tuple[str, ...]:
        """The names of what an author can give a word to, besides alternating sides."""
        return (*self.phase_names, *filter(None, (self.word_key,)))

    @property
    def part_count(self) -> int:
        """The number of parts it is laid out in."""
        return 1

    def in_parts_of(self, other: "WorkKind") -> Self:
        """Return the same dose, each repetition divided as in another dose of its kind."""
        return self


def lengths_between(shortest: Fraction, own: Fraction, longest: Fraction) -> tuple[Fraction, ...]:
    """Return the lengths from shortest to longest: both ends, whole steps, and the length of the dose itself."""
    within = {shortest, longest, own, *_steps(shortest, longest)}
    return tuple(sorted(length for length in within if shortest <= length <= longest))


def _steps(shortest: Fraction, longest: Fraction) -> Iterator[Fraction]:
    for number in count(shortest // DOSE_STEP + 1):
        if number * DOSE_STEP >= longest:
            return
        yield number * DOSE_STEP


def counts_between(shortest: Fraction, each: Fraction, longest: Fraction) -> range:
    """Return the numbers of repetitions that may last `shortest` to `longest` seconds; `each` is their mean length."""
    most = min(max(1, int(longest // each)), LARGEST_NUMBER)
    return range(max(1, -(-shortest // each) - 1), most + 1)
