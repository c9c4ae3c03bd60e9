"""What a rule finds, and where: a step and a key, not yet a line and a column."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from leanbreath.advice.placed_routine import PlacedRoutine
from leanbreath.advice.rules import Rules
from leanbreath.routine.model import Drill
from leanbreath.routine.notation import length_text
from leanbreath.routine.problems import Severity


class Finding(NamedTuple):
    """Something unwise: by which rule, what, and what would be wise.

    It stands at the first of `steps`, or concerns the whole file where there is none; any of them can allow it.
    `key` is the way from there to the very value; `severity` is given where it is not the rule's own.
    """

    rule: str
    message: str
    fix: str
    steps: tuple[str, ...] = ()
    key: tuple[str | int, ...] = ()
    severity: Severity | None = None


DrillRule = Callable[[Drill, Rules], Iterator[Finding]]
RoutineRule = Callable[[PlacedRoutine, Rules], Iterator[Finding]]


def long(seconds: Fraction | float) -> str:
    """Return a length for a message, to the tenth of a second."""
    return length_text(Fraction(round(seconds * 10), 10))
