"""Reports unsafe characters in a file, written as they are or as escapes in double quotes."""

import re
from collections.abc import Iterator
from itertools import islice

import yaml

from leanbreath.routine.problems import Place, Problem
from leanbreath.routine.reader.syntax_errors import end_of
from leanbreath.unsafe_characters import UNSAFE, described, first_unsafe

MOST_UNSAFE = 20
"""The most unsafe characters reported for one text; a file with more is no text."""

ESCAPE = re.compile(r"\\(?:([0abvfreNLP])|x(..)|u(....)|U(.{8})|.)", re.DOTALL)
"""A character written as an escape in double quotes, or any other one behind a backslash."""

ESCAPED = dict(zip("0abvfreNLP", "\0\a\b\v\f\r\x1b\x85\u2028\u2029", strict=True))
"""The unsafe characters that have a letter of their own."""


def unsafe_characters(text: str, file: str) -> tuple[Problem, ...]:
    """Return the problems of unsafe characters anywhere in a text, comments included; a line may end in CR and LF."""
    found = islice((each for each in UNSAFE.finditer(text) if each[0] != "\r"), MOST_UNSAFE)
    places = ((end_of(text[: each.start()], file), each[0]) for each in found)
    return tuple(Problem(place, _refused(char), "delete it") for place, char in places)


def unsafe_escapes(scalar: yaml.ScalarEvent, text: str, file: str) -> tuple[Problem, ...]:
    """Return the problems of escapes in double quotes that stand for unsafe characters."""
    return tuple(islice(_escape_problems(scalar, text, file), MOST_UNSAFE))


def _escape_problems(scalar: yaml.ScalarEvent, text: str, file: str) -> Iterator[Problem]:
    start, end = scalar.start_mark, scalar.end_mark
    assert start and end
    for escape in ESCAPE.finditer(text, start.index, end.index):
        letter, *codes = escape.groups()
        code = next(filter(None, codes), "")
        char = ESCAPED[letter] if letter else chr(int(code, 16)) if code else ""
        if first_unsafe(char):
            inside = end_of(text[start.index : escape.start()], file)
            column = inside.column + (start.column if inside.line == 1 else 0)
            place = Place(file, start.line + inside.line, column)
            yield Problem(place, _refused(char), f"delete {escape[0]}; for a backslash, write \\\\")


def _refused(char: str) -> str:
    return f"{described(char)} is not allowed"
