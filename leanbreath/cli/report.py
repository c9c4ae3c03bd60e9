"""What commands print: pages and data on standard output, messages and problems on standard error.

Nothing else prints, so no text gets to a terminal with characters that control it.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import TYPE_CHECKING, Any, TextIO

import click

from leanbreath.presentation.problem_text import problem_lines
from leanbreath.presentation.terminal_text import folded
from leanbreath.routine.problems import Problem
from leanbreath.unsafe_characters import escaped, without_unsafe

if TYPE_CHECKING:
    from leanbreath.routine.sources import Source


def print_prose(lines: Iterable[str]) -> None:
    """Print lines of prose on standard output, folded between words at a terminal."""
    width = terminal_width(sys.stdout)
    for line in lines:
        for part in folded(escaped(line), width):
            click.echo(part, file=sys.stdout)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines on standard output as they are, never folded."""
    for line in lines:
        click.echo(escaped(line), file=sys.stdout)


def print_styled(lines: Iterable[str]) -> None:
    """Print lines with the styles of a terminal on standard output; their text must be escaped before it is styled."""
    for line in lines:
        click.echo(line, file=sys.stdout)


def print_text(text: str) -> None:
    """Print the text of a file on standard output, in UTF-8 on every system."""
    click.echo(without_unsafe(text).encode(), file=sys.stdout, nl=False)


def print_data(data: Any, indent: int = 1) -> None:
    """Print data as JSON on standard output; what JSON has no text for is printed as text."""
    import json  # here, since a session prints none

    click.echo(json.dumps(data, indent=indent, default=str).replace("\x7f", "\\u007f"), file=sys.stdout)


def read_line(question: str) -> str | None:
    """Ask a question on standard output and return the line that is typed; None at the end of the input."""
    click.echo(f"{escaped(question)} ", file=sys.stdout, nl=False)
    line = sys.stdin.readline() if sys.stdin else ""
    if not line or not sys.stdin.isatty():
        click.echo("", file=sys.stdout)  # nobody pressed Enter
    return line.rstrip("\r\n") if line else None


def confirm(question: str) -> None:
    """Ask for confirmation; abort without it."""
    click.confirm(escaped(question), abort=True)


def show_progress(label: str, written: Iterator[int]) -> None:
    """Show a progress bar on standard error while frames are written; their number in all comes first."""
    with click.progressbar(length=next(written), label=escaped(label), file=sys.stderr or StringIO()) as bar:
        for frames in written:
            bar.update(frames - bar.pos)


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
            print(escaped(line), file=sys.stderr, flush=True)
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


def shows_colours() -> bool:
    """Return whether the terminal shows colours, and the user wants them."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def shows_every_colour(stream: TextIO | None) -> bool:
    """Return whether a stream leads to a terminal that shows 16 million colours."""
    return bool(terminal_width(stream)) and shows_colours() and os.environ.get("COLORTERM") in ("truecolor", "24bit")
