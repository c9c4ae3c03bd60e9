"""The user's mistakes, as values with a place."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]


class Place(NamedTuple):
    """A position in a file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One mistake: its place, what is wrong, and how to fix it; `quote` is the source line.

    Advice also has a training rule, a reason (`why`) and sources.
    """

    place: Place
    message: str
    fix: str = ""
    quote: str = ""
    severity: Severity = "error"
    rule: str = ""
    why: str = ""
    sources: tuple[str, ...] = ()

    def __str__(self) -> str:
        named = f"{self.severity} {self.rule}".rstrip() + ": " if self.why else ""
        return f"{self.place}: {named}{self.message}" + (f"; {self.fix}" if self.fix else "")


class Problems(Exception):
    """Raised with the problems that prevent a request, for the one place that shows them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class InvalidRequest(Exception):
    """Raised for a request that can't be met and has no place in a file; the message says why, and what would work."""
