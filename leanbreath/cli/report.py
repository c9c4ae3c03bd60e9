"""What commands print: pages and data on standard output, messages and problems on standard error."""

import os
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TextIO

import click

from leanbreath.presentation.problem_text import problem_lines
from leanbreath.presentation.terminal_text import escaped, folded
from leanbreath.routine.problems import Problem

if TYPE_CHECKING:
    from leanbreath.routine.sources import Source


def print_prose(lines: Iterable[str]) -> None:
    """Print lines of prose on standard output, folded between words at a terminal."""
    width = terminal_width(sys.stdout)
    for line in lines:
        for part in folded(escaped(line), width):
            click.echo(part)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines on standard output as they are, never folded."""
    for line in lines:
        click.echo(escaped(line))


def print_message(text: str) -> None:
    """Print a message on standard error."""
    print_to_stderr(folded(escaped(f"leanbreath: {text}"), terminal_width(sys.stderr)))


def print_problems(problems: Iterable[Problem]) -> None:
    """Print problems on standard error."""
    problems = tuple(problems)
    width, known = terminal_width(sys.stderr), cited_sources(problems)
    print_to_stderr(line for problem in problems for line in problem_lines(problem, width, sources=known))


def cited_sources(problems: Iterable[Problem]) -> "Mapping[str, Source]":
    """Return the sources that problems cite; they are read only if there are any."""
    ids = {id for problem in problems for id in problem.sources}
    if not ids:
        return {}
    from leanbreath.routine.sources import bundled_sources  # imported here, as few problems cite any

    return {id: source for id, source in bundled_sources().items() if id in ids}


def print_to_stderr(lines: Iterable[str]) -> None:
    """Print lines on standard error as they are, if it is open."""
    if sys.stderr is None:
        return
    try:
        for line in lines:
            print(line, file=sys.stderr, flush=True)
    except OSError:
        return


def terminal_width(stream: TextIO | None) -> int:
    """Return the width of the terminal that a stream leads to, in columns; 0 if it leads to none."""
    if stream is None:
        return 0
    try:
        return (os.get_terminal_size(stream.fileno()).columns or 80) if stream.isatty() else 0
    except (OSError, ValueError):
        return 0
