"""The fields of the rows of a diary: which value each may have, and what to write where it has another one.

A diary may have been edited by hand, damaged, or written by another program, so that every value is checked.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from math import inf
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from leanbreath.diary.events import EVENTS, AssessmentRow, Event, LevelRow, ReturnRow, WorkRow
from leanbreath.diary.moment import Moment

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

MAX_NUMBER = 2**31

MOST_SHOWN = 40
"""So much of a wrong value is shown."""

NAMES = {row: name for name, row in EVENTS.items()}
"""The name of each type of event, which is that of its table too."""

PARTS = ("work", "returns")
"""The fields of a session that are rows of their own."""

WRONG = (KeyError, TypeError, ValueError, OverflowError, RecursionError)
"""What reading a value raises that its field doesn't allow."""

Values = dict[str, Any]
Row: TypeAlias = Event | WorkRow | ReturnRow
R = TypeVar("R")


class BadRow(Exception):
    """A row has a value that its field doesn't allow, or lacks one; `fix` says what would be right."""

    def __init__(self, message: str, fix: str = "") -> None:
        super().__init__(message)
        self.fix = fix


class Field(NamedTuple):
    """A field of a row: the kind of its value, or of each one in a tuple, and which values it may have if not all.

    `read` returns a value that it may have, and raises what is in `WRONG` for others.
    """

    name: str
    kind: Any
    choices: tuple[Any, ...]
    is_tuple: bool
    may_be_missing: bool
    read: Callable[[Any], Any]


def sensible(row: R) -> R:
    """Return a row whose values make sense together; raise `BadRow`."""
    if isinstance(row, AssessmentRow) and not (row.answer if not row.values else len(row.values) <= 2):
        raise BadRow("a result has one value, two, or an answer", 'write "values", such as [7, 9.5], or "answer"')
    if isinstance(row, AssessmentRow) and row.real_changes and not _fits_values(row.real_changes, row.values):
        raise BadRow(
            "a real change belongs to each value", 'write one number from 0 in "real_changes" for each of "values"'
        )
    if isinstance(row, LevelRow) and not row.level:
        raise BadRow("levels count from 1", "write 1 for the first")
    return row


def _fits_values(real_changes: tuple[float, ...], values: tuple[float, ...]) -> bool:
    return len(real_changes) == len(values) and min(real_changes) >= 0


def bad_value(field: Field, values: Values) -> BadRow:
    """Return what is wrong with the value of a field, and what would be right."""
    names = (field.name, f"{field.name}_day") if field.kind is Moment else (field.name,)
    missing = [name for name in names if values.get(name) is None]
    if missing:
        return BadRow(f'"{missing[0]}" is missing', _fix(field))
    named = " and ".join(f'"{name}"' for name in names)
    return BadRow(f"{named} can't be {_shown([values[name] for name in names])}", _fix(field))


@cache
def zone(minutes: int) -> timezone:
    """Return the zone with an offset from UTC."""
    return timezone(timedelta(minutes=minutes))


def _shown(values: list[Any]) -> str:
    texts = (json.dumps(value, ensure_ascii=False, default=str) for value in values)
    return " and ".join(text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…" for text in texts)


def _fix(field: Field) -> str:
    """Return what the value of a field may be."""
    if field.choices:
        words = ", ".join(map(str, sorted(field.choices)))
        return f"write a list of {words}" if field.is_tuple else f"write one of {words}"
    if field.is_tuple:
        return "write a list of one number, or of two for left and right, such as [7, 9.5]"
    return FIXES[field.kind].format(field.name)


FIXES = {
    str: "write it as text in quotes",
    int: "write a whole number from 0",
    float: "write a number from 0",
    Moment: 'write a time with its zone, such as 2026-03-01T07:30:00+01:00, and its training day in "{}_day"',
}
"""What a field may have, in words."""


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError
    return value


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value < MAX_NUMBER:
        raise ValueError
    return value


def _seconds(value: Any) -> float:
    if type(value) not in (float, int) or not 0 <= value < inf:
        raise ValueError
    return float(value) + 0.0  # never -0.0


def _number(value: Any) -> float:
    if type(value) not in (float, int) or not -MAX_NUMBER < value < MAX_NUMBER:
        raise ValueError
    return float(value) + 0.0


def _moment(value: Any) -> Moment:
    if not isinstance(value, Moment):
        raise TypeError
    return value


READERS: dict[type, Callable[[Any], Any]] = {str: _text, int: _count, float: _seconds, Moment: _moment}
"""Reads a value of each kind; every number is a count or seconds, but those of an assessment."""


def _choice(choices: tuple[Any, ...]) -> Callable[[Any], Any]:
    """Return what reads one of some words, or of some numbers."""
    known, kind = {each: each for each in choices}, type(choices[0])

    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError
        return known[value]

    return read


def _several(read_one: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what reads a list of values."""

    def read(values: Any) -> tuple[Any, ...]:
        if type(values) is not list:
            raise TypeError
        return tuple(map(read_one, values))

    return read


def _field(name: str, type_: Any) -> Field:
    options = get_args(type_) if get_origin(type_) in (Union, UnionType) else (type_,)
    option = next(each for each in options if each is not NoneType)
    is_tuple = get_origin(option) is tuple
    element = get_args(option)[0] if is_tuple else option
    choices = get_args(element) if get_origin(element) is Literal else ()
    kind = type(choices[0]) if choices else element
    read = _choice(choices) if choices else _number if is_tuple else READERS[kind]
    return Field(name, kind, choices, is_tuple, NoneType in options, _several(read) if is_tuple else read)


FIELDS: dict[type, tuple[Field, ...]] = {
    row: tuple(_field(*each) for each in get_type_hints(row).items() if each[0] not in PARTS)
    for row in (*EVENTS.values(), WorkRow, ReturnRow)
}
"""The fields of each row that are values."""
