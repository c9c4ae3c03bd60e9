"""Problems as text: where, what, the author's own line with the place marked, and the fix; and prose at a terminal."""

import os
import re
import sys
from collections.abc import Iterator
from typing import TextIO

from leanbreath.routine.problems import Problem

WIDEST = 160

HEAD = re.compile(r" *(?:- )?")
"""What stands before the words of a line; the next line of them begins as far in."""


def problem_lines(problem: Problem, reasoned: bool = True, stream: TextIO | None = None) -> Iterator[str]:
    """Yield a problem as lines for a stream, or for standard error; `reasoned` with the reason of its rule, if any."""
    width = terminal_width(stream or sys.stderr)
    yield from folded(escaped(str(problem)), width, 2)
    if problem.quote.strip():
        number = str(problem.place.line)
        widest = min(WIDEST, width - len(number) - 6 if width else WIDEST)
        column = problem.place.column - 1
        start = max(0, column - widest // 2)
        shown = escaped(problem.quote[start : start + widest])
        before = escaped(problem.quote[start:column])
        yield f"  {number} | {shown}"
        yield f"  {' ' * len(number)} | {' ' * columns(before)}^"
    if problem.why and reasoned:
        own = "" if problem.sources else " (our default)"
        yield from folded(f"  Why: {escaped(problem.why)}{own}", width, 2)
        for line in _sources(problem):
            yield from folded(line, width, 2)


def _sources(problem: Problem) -> Iterator[str]:
    """Yield each source that a rule rests on, by its id and its title."""
    from leanbreath.routine.sources import bundled_sources  # here, since only advice needs the list

    known = bundled_sources() if problem.sources else {}
    for id in problem.sources:
        yield f"  {id}: {escaped(known[id].title)}"


def as_shown(line: str, stream: TextIO | None) -> str:
    """Return a line of prose as a stream shows it: nothing in it is obeyed, and at a terminal no word is broken."""
    return "\n".join(folded(escaped(line), terminal_width(stream)))


def terminal_width(stream: TextIO | None) -> int:
    """Return how many columns the terminal that a stream leads to has; 0 where it leads to none."""
    if stream is None:
        return 0
    try:
        return (os.get_terminal_size(stream.fileno()).columns or 80) if stream.isatty() else 0
    except (OSError, ValueError):
        return 0


def folded(line: str, width: int, further: int = 0) -> list[str]:
    """Return a line broken between words where it is wider than `width`; what follows stands `further` in.

    With no width it stays as it is.
    """
    if not width or len(line) <= width:
        return [line]
    from textwrap import wrap  # here, since nothing is folded in a pipe

    found = HEAD.match(line)
    further += found.end() if found else 0
    return wrap(line, width, subsequent_indent=" " * further, break_long_words=False, break_on_hyphens=False)


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width  # here, since few lines need them

    return sum(0 if combining(char) else 1 + (east_asian_width(char) in "WF") for char in text)


def escaped(text: str) -> str:
    """Return a text with everything that could steer a terminal or turn its reading direction made visible."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
