"""What the files in which diaries travel have in common: a version, limits, and what reading one gives."""

from typing import Any, NamedTuple

from leanbreath.diary.events import Event
from leanbreath.diary.fields import BadRow
from leanbreath.routine.problems import Problem

VERSION = 1
"""The version of both formats."""

MOST_PROBLEMS = 50
"""After so many mistakes the rest of a file is not read."""

MAX_LINE = 10_000_000
"""No event makes a longer line."""


class ReadEvents(NamedTuple):
    """The events of a file, and its mistakes."""

    events: tuple[Event, ...]
    problems: tuple[Problem, ...]


class Newer(BadRow):
    """The file was written by a newer program."""


def check_header(version: Any) -> None:
    """Raise `BadRow` if a file has a version that this program doesn't know."""
    if type(version) is not int or version < 1:
        raise BadRow('"version" of a diary can\'t be read', f"write {VERSION}")
    if version > VERSION:
        raise Newer(f"a newer leanbreath wrote this file (version {version})", "update leanbreath")
