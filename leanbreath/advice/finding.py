"""What a rule finds, and where: a step and a key, not yet a line and a column."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from leanbreath.advice.placed_routine import PlacedRoutine
from leanbreath.advice.rules import Rules
from leanbreath.routine.model import Drill
from leanbreath.routine.problems import Severity

Key = tuple[str | int, ...]
"""The path to a value: keys of mappings, and indices of lists."""


class Finding(NamedTuple):
    """A broken rule, with a message and a fix.

    It belongs to the first of `steps`, or to the whole file if there are none; any of these steps can allow it.
    `key` is the path from there to the exact value; `severity` overrides the rule's own.
    """

    rule: str
    message: str
    fix: str
    steps: tuple[str, ...] = ()
    key: Key = ()
    severity: Severity | None = None


DrillRule = Callable[[Drill, Rules], Iterator[Finding]]
RoutineRule = Callable[[PlacedRoutine, Rules], Iterator[Finding]]
