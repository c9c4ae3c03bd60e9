"""Explains invalid YAML: finds the author's mistake from where the parser failed."""

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from leanbreath.routine.problems import Place, Problem
from leanbreath.unsafe_characters import HIDDEN, described

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

LINE_END = re.compile(r"\r\n|\r|\n")

HIDDEN_BLANK = rf" *(?:- *)?(?:[\w-]+ *:? *)?(?={HIDDEN})"
"""What may stand on a line before a blank that only looks like a space."""

OTHER_QUOTES = "quote the whole text, and use the other kind of quotes inside it"


class ParseFailure(NamedTuple):
    """Where the parser failed; lines and columns count from 0.

    `mark` is where it gave up, `context` the start of the structure it was in, `last` the event before.
    """

    message: str
    lines: list[str]
    mark: tuple[int, int]
    context: tuple[int, int] | None
    last: yaml.Event

    @property
    def line(self) -> str:
        """The line where it failed."""
        return self.lines[self.mark[0]] if self.mark[0] < len(self.lines) else ""

    @property
    def before(self) -> str:
        """The text before the failure on its line."""
        return self.line[: self.mark[1]].rstrip()

    @property
    def sign(self) -> str:
        """The character at the failure."""
        return self.line[self.mark[1] : self.mark[1] + 1]


Diagnosis = tuple[tuple[int, int], str]
"""The line and column of a mistake, from 0, and its fix."""


def syntax_problem(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """Return the problem of invalid YAML, at the author's mistake rather than where the parser failed."""
    message = error.problem or "not YAML"
    lines = text.splitlines()
    marks = [(mark.line, mark.column) if mark else None for mark in (error.problem_mark, error.context_mark)]
    failure = ParseFailure(message, lines, marks[0] or (len(lines), 0), marks[1], _last_before(text))
    (line, column), fix = next(match for match in (diagnose(failure) for diagnose in DIAGNOSERS) if match)
    return Problem(Place(file, line + 1, column + 1), f"invalid YAML: {message}", fix)


def _hidden_blank(failure: ParseFailure) -> Diagnosis | None:
    """Find a blank that only looks like a space, before or after a key or a hyphen."""
    for number in range(min(failure.mark[0], len(failure.lines) - 1), _line_of(failure.last) - 1, -1):
        match = re.match(HIDDEN_BLANK, failure.lines[number])
        if match:
            char = failure.lines[number][match.end()]
            fix = "write a normal space" if char.isspace() else "delete it"
            return (number, match.end()), f"{fix}: this is {described(char)}"
    return None


def _missing_space(failure: ParseFailure) -> Diagnosis | None:
    """Find a key or list item without its space; YAML takes it for text and fails further on."""
    for number in range(min(failure.mark[0], len(failure.lines) - 1), _line_of(failure.last) - 1, -1):
        if match := re.match(r" *-(?=[\"'{\[A-Za-z])", failure.lines[number]):
            return (number, match.end() - 1), "put a space after the hyphen"
        if match := re.match(r" *(?:- )?[a-z-]+(?=:[^\s:/])", failure.lines[number]):
            return (number, match.end()), "put a space after the colon"
    return None


def _line_of(event: yaml.Event) -> int:
    return event.start_mark.line if event.start_mark else 0


def _runaway_quote(failure: ParseFailure) -> Diagnosis | None:
    """Find a quote that was left open and then closed by the next one, lines below."""
    start, end = failure.last.start_mark, failure.last.end_mark
    quoted = isinstance(failure.last, yaml.ScalarEvent) and failure.last.style in ("'", '"')
    if quoted and start and end and start.line < end.line == failure.mark[0]:
        return (start.line, start.column), "close the quote that opens here"
    return None


def _never_closed(failure: ParseFailure) -> Diagnosis | None:
    """Find a quote, bracket or brace that is never closed."""
    has_context = failure.context is not None and failure.context[0] < len(failure.lines)
    wrapped = (
        failure.message.startswith("did not find expected ','")
        and failure.context
        and failure.context[0] < failure.mark[0]
    )
    if not wrapped and failure.mark[0] < len(failure.lines) and "unexpected" not in failure.message:
        return None
    end = (max(len(failure.lines) - 1, 0), len(failure.lines[-1]) if failure.lines else 0)
    return (failure.context if has_context and failure.context else end), "close the open quote, bracket or brace"


def _missing_colon(failure: ParseFailure) -> Diagnosis | None:
    """Find a line that is neither a key nor a list item; YAML fails one line below."""
    if failure.message == "could not find expected ':'" and failure.context:
        return failure.context, 'write "key: value" with an ordinary colon and space, or "- item"'
    return None


def _extra_colon(failure: ParseFailure) -> Diagnosis | None:
    """Find the reason for an extra colon: prose, a mapping without braces, or a key indented too far."""
    if failure.message != "mapping values are not allowed in this context":
        return None
    if match := re.fullmatch(r"( *)[\w-]+", failure.before):
        return (failure.mark[0], len(match[1])), "fix the indentation of this key, or quote the text above it"
    if match := re.fullmatch(r" *(?:- )?([\w-]+): +[\w-]+", failure.before):
        return failure.mark, f'quote the text that contains the colon, or put what follows "{match[1]}:" in braces'
    return failure.mark, "quote the text that contains the colon"


def _text_after_end(failure: ParseFailure) -> Diagnosis | None:
    """Find text after a closing quote, brace or bracket."""
    if not failure.message.startswith("did not find expected") or not failure.sign:
        return None
    if failure.before.endswith(("'", '"')) and failure.sign not in "]}":
        return failure.mark, OTHER_QUOTES
    if failure.before.endswith(("}", "]")):
        return failure.mark, "delete what comes after the brace or bracket"
    return None


def _bad_separator(failure: ParseFailure) -> Diagnosis | None:
    """Find a wrong separator in a list or mapping on one line."""
    if not failure.message.startswith("did not find expected ','"):
        return None
    if failure.sign == ":":
        return failure.mark, "quote the text that contains the colon, or put a comma before the key"
    if failure.sign in ("}", "]"):
        return failure.mark, "close a bracket with ] and a brace with }"
    return failure.mark, f"close the {'bracket' if ']' in failure.message else 'brace'}, or quote the text"


def _bad_character(failure: ParseFailure) -> Diagnosis | None:
    if failure.message != "found character that cannot start any token":
        return None
    fix = (
        "indent with spaces, not tabs" if failure.sign == "\t" else f'quote the text that starts with "{failure.sign}"'
    )
    return failure.mark, fix


def _fallback(failure: ParseFailure) -> Diagnosis:
    return failure.mark, FIXES.get(failure.message, "check quotes, colons and indentation")


DIAGNOSERS: tuple[Callable[[ParseFailure], Diagnosis | None], ...] = (
    _runaway_quote,
    _hidden_blank,
    _missing_space,
    _never_closed,
    _missing_colon,
    _extra_colon,
    _text_after_end,
    _bad_separator,
    _bad_character,
    _fallback,
)
"""Ways to find the author's mistake; the first that finds one decides."""

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
    """Return the last event before the parser fails."""
    last: yaml.Event = yaml.StreamStartEvent()
    try:
        for event in yaml.parse(text, LOADER):
            last = event
    except yaml.YAMLError:
        return last
    return last


def end_of(before: str, file: str) -> Place:
    """Return the place at the end of `before`, the start of a file's text."""
    lines = LINE_END.split(before)
    return Place(file, len(lines), len(lines[-1]) + 1)
