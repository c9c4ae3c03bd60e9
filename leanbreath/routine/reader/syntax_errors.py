"""A text that is no YAML: what its author did, found from where the reading of it ended."""

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from leanbreath.routine.problems import Place, Problem

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

LINE_END = re.compile(r"\r\n|\r|\n")

OTHER_QUOTES = "quote the whole text, and use the other kind of quotes inside it"


class ParseFailure(NamedTuple):
    """Where the reading of a text ended; lines and columns count from 0.

    `mark` is where the parser gave up, `context` the beginning of what it was in, `last` what it read before.
    """

    said: str
    lines: list[str]
    mark: tuple[int, int]
    context: tuple[int, int] | None
    last: yaml.Event

    @property
    def line(self) -> str:
        """The line on which it ended."""
        return self.lines[self.mark[0]] if self.mark[0] < len(self.lines) else ""

    @property
    def before(self) -> str:
        """What stands before the end on its line."""
        return self.line[: self.mark[1]].rstrip()

    @property
    def sign(self) -> str:
        """The letter at which it ended."""
        return self.line[self.mark[1] : self.mark[1] + 1]


Diagnosis = tuple[tuple[int, int], str]
"""The line and column of what an author did, from 0, and its fix."""


def syntax_problem(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """Return the problem of a text that is no YAML, at what its author did rather than where the reading ended."""
    said = error.problem or "this is not YAML"
    lines = text.splitlines()
    marks = [(mark.line, mark.column) if mark else None for mark in (error.problem_mark, error.context_mark)]
    stop = ParseFailure(said, lines, marks[0] or (len(lines), 0), marks[1], _last_before(text))
    (line, column), fix = next(found for found in (look(stop) for look in DIAGNOSERS) if found)
    return Problem(Place(file, line + 1, column + 1), f"invalid YAML: {said}", fix)


def _no_space(stop: ParseFailure) -> Diagnosis | None:
    """Find a key or an item of a list without its space, which YAML takes for text and stumbles over further on."""
    for number in range(min(stop.mark[0], len(stop.lines) - 1), _line_of(stop.last) - 1, -1):
        if found := re.match(r" *-(?=[\"'{\[A-Za-z])", stop.lines[number]):
            return (number, found.end() - 1), "put a space after the hyphen"
        if found := re.match(r" *(?:- )?[a-z-]+(?=:[^\s:/])", stop.lines[number]):
            return (number, found.end()), "put a space after the colon"
    return None


def _line_of(event: yaml.Event) -> int:
    return event.start_mark.line if event.start_mark else 0


def _runaway_quote(stop: ParseFailure) -> Diagnosis | None:
    """Find a quote that was left open, and closed by the next one some lines below."""
    start, end = stop.last.start_mark, stop.last.end_mark
    quoted = isinstance(stop.last, yaml.ScalarEvent) and stop.last.style in ("'", '"')
    if quoted and start and end and start.line < end.line == stop.mark[0]:
        return (start.line, start.column), "close the quote that opens here"
    return None


def _left_open(stop: ParseFailure) -> Diagnosis | None:
    """Find a quote, bracket or brace that is never closed."""
    begun = stop.context is not None and stop.context[0] < len(stop.lines)
    late = stop.said.startswith("did not find expected ','") and stop.context and stop.context[0] < stop.mark[0]
    if not late and stop.mark[0] < len(stop.lines) and "unexpected" not in stop.said:
        return None
    end = (max(len(stop.lines) - 1, 0), len(stop.lines[-1]) if stop.lines else 0)
    return (stop.context if begun and stop.context else end), "close the open quote, bracket or brace"


def _no_colon(stop: ParseFailure) -> Diagnosis | None:
    """Find a line that is neither a key nor an item, over which YAML stumbles one line below."""
    if stop.said == "could not find expected ':'" and stop.context:
        return stop.context, 'write "key: value" with an ordinary colon and space, or "- item"'
    return None


def _second_colon(stop: ParseFailure) -> Diagnosis | None:
    """Find what makes a colon one too many: prose, a mapping without braces, or a key that stands too far right."""
    if stop.said != "mapping values are not allowed in this context":
        return None
    if found := re.fullmatch(r"( *)[\w-]+", stop.before):
        return (stop.mark[0], len(found[1])), "fix the indentation of this key, or quote the text above it"
    if found := re.fullmatch(r" *(?:- )?([\w-]+): +[\w-]+", stop.before):
        return stop.mark, f'quote the text that contains the colon, or put what follows "{found[1]}:" in braces'
    return stop.mark, "quote the text that contains the colon"


def _after_quote(stop: ParseFailure) -> Diagnosis | None:
    """Find what stands after a quote, brace or bracket that was closed."""
    if not stop.said.startswith("did not find expected") or not stop.sign:
        return None
    if stop.before.endswith(("'", '"')) and stop.sign not in "]}":
        return stop.mark, OTHER_QUOTES
    if stop.before.endswith(("}", "]")):
        return stop.mark, "delete what comes after the brace or bracket"
    return None


def _in_braces(stop: ParseFailure) -> Diagnosis | None:
    """Find what separates the parts of a list or mapping that is written in one line."""
    if not stop.said.startswith("did not find expected ','"):
        return None
    if stop.sign == ":":
        return stop.mark, "quote the text that contains the colon, or put a comma before the key"
    if stop.sign in ("}", "]"):
        return stop.mark, "close a bracket with ] and a brace with }"
    return stop.mark, f"close the {'bracket' if ']' in stop.said else 'brace'}, or quote the text"


def _no_token(stop: ParseFailure) -> Diagnosis | None:
    if stop.said != "found character that cannot start any token":
        return None
    fix = "indent with spaces, not tabs" if stop.sign == "\t" else f'quote the text that starts with "{stop.sign}"'
    return stop.mark, fix


def _otherwise(stop: ParseFailure) -> Diagnosis:
    return stop.mark, FIXES.get(stop.said, "check quotes, colons and indentation")


DIAGNOSERS: tuple[Callable[[ParseFailure], Diagnosis | None], ...] = (
    _runaway_quote,
    _no_space,
    _left_open,
    _no_colon,
    _second_colon,
    _after_quote,
    _in_braces,
    _no_token,
    _otherwise,
)
"""Ways to find what an author did; the first that finds something is believed."""

FIXES = {
    "did not find expected key": "fix the indentation, or quote the text",
    "did not find expected '-' indicator": "fix the indentation, or quote the text",
    "did not find expected node content": "delete the comma, or quote the text",
    "did not find expected <document start>": "fix the indentation, or delete this",
    "did not find expected comment or line break": "start the text on the next line, or quote it",
    "did not find expected alphabetic or numeric character": "quote the text",
    "block sequence entries are not allowed in this context": "start the list on a new line, or quote the text",
    "found a tab character that violates indentation": "indent with spaces, not tabs",
    "found unknown escape character": "write \\\\ for a backslash, or use single quotes",
    "found incompatible YAML document": "delete this line",
    "found undefined tag handle": "delete the tag",
}


def _last_before(text: str) -> yaml.Event:
    """Return the last event of a text before the reading stumbles."""
    last: yaml.Event = yaml.StreamStartEvent()
    try:
        for event in yaml.parse(text, LOADER):
            last = event
    except yaml.YAMLError:
        return last
    return last


def end_of(before: str, file: str) -> Place:
    """Return the place just after a text with which a file begins."""
    lines = LINE_END.split(before)
    return Place(file, len(lines), len(lines[-1]) + 1)
