"""Mistakes of the user, as values with a place."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]


class Place(NamedTuple):
    """Where something stands in a file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One mistake: where it stands, what is wrong, and what would be right; `quote` is the author's own line.

    Advice has a training rule, and tells why and by which sources.
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
    """Carries the problems that keep a request from being met to the one place that shows them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class InvalidRequest(Exception):
    """A request that cannot be met and has no place in a file: the message says why and what would work."""


FEW_NAMES = 6
"""So many names are told, even where one of them is near."""

ELLIPSIS = ", …"
"""Where a list of names is cut."""

LIST_COMMANDS = {
    "routine": "leanbreath list shows them all",
    "drill": "leanbreath list --drills shows them all",
    "pose": "leanbreath list --poses shows them all",
    "figure": "leanbreath list --drills and --poses show them all",
}
"""The command that lists everything of a kind."""


def nearest_name(name: str, known: Iterable[str]) -> str:
    """Return the known name most like `name`, or an empty string."""
    from difflib import get_close_matches  # here, since only a mistake needs it

    by_lower = {each.lower(): each for each in known}
    begun = [each for each in by_lower if len(name) > 3 and each.startswith(name.lower())]
    found = begun or get_close_matches(name.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[min(found, key=len)] if found else ""


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return the fix for a name that is not among the known ones."""
    names = sorted(known)
    near = nearest_name(name, names)
    if near and len(names) > FEW_NAMES:
        return f'did you mean "{near}"?'
    if not names:
        return "there are none"
    if near:
        return f'did you mean "{near}"? choose from {", ".join(names)}'
    shown = ", ".join(names[:14]) + (ELLIPSIS if len(names) > 14 else "")
    return f"choose from {shown}" if len(names) > 1 else f"use {shown}"


def with_list_command(fix: str, kind: str) -> str:
    """Return a fix whose list of names is cut with the command that lists all of them."""
    return f"{fix} ({LIST_COMMANDS[kind]})" if fix.endswith(ELLIPSIS) and kind in LIST_COMMANDS else fix
