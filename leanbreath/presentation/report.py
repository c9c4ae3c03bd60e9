"""Interim: what `playback.runner` still prints."""

import os
import sys
from collections.abc import Iterator
from typing import TextIO

from leanbreath.presentation import problem_text
from leanbreath.presentation.terminal_text import escaped, folded
from leanbreath.routine.problems import Problem


def problem_lines(problem: Problem) -> Iterator[str]:
    """Yield a problem as lines for standard error."""
    from leanbreath.routine.sources import bundled_sources

    known = bundled_sources() if problem.sources else {}
    return problem_text.problem_lines(problem, terminal_width(sys.stderr), sources=known)


def as_shown(line: str, stream: TextIO | None) -> str:
    """Return a line of prose as a stream shows it."""
    return "\n".join(folded(escaped(line), terminal_width(stream)))


def terminal_width(stream: TextIO | None) -> int:
    """Return how many columns the terminal that a stream leads to has; 0 where it leads to none."""
    if stream is None:
        return 0
    try:
        return (os.get_terminal_size(stream.fileno()).columns or 80) if stream.isatty() else 0
    except (OSError, ValueError):
        return 0
