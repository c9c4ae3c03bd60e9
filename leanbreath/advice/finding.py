"""What a rule finds, and where: a step and a key, not yet a line and a column."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from leanbreath.advice.placed_routine import PlacedRoutine
from leanbreath.advice.rules import Rules
from leanbreath.routine.model import Drill
from leanbreath.routine.notation import decimal_text
from leanbreath.routine.problems import Severity


class Finding(NamedTuple):
    """A broken rule, with a message and a fix.

    It belongs to the first of `steps`, or to the whole file if there are none; any of these steps can allow it.
    `key` is the path from there to the exact value; `severity` overrides the rule's own.
    """

    rule: str
    message: str
    fix: str
    steps: tuple[str, ...] = ()
    key: tuple[str | int, ...] = ()
    severity: Severity | None = None


DrillRule = Callable[[Drill, Rules], Iterator[Finding]]
RoutineRule = Callable[[PlacedRoutine, Rules], Iterator[Finding]]


def length_in_words(seconds: Fraction | float) -> str:
    """Return a length for a message, such as `4 min 10 s`, to the tenth of a second."""
    minutes, rest = divmod(Fraction(round(seconds * 10), 10), 60)
    parts = [f"{minutes} min"] if minutes else []
    return " ".join([*parts, f"{decimal_text(rest)} s"] if rest or not minutes else parts)
