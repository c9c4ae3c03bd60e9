"""Rows as plain values, in both forms in which they are kept: columns of a table, and JSON.

The forms follow from the fields of a row. A value that its field doesn't allow makes a `BadRow`: a diary may have been
edited by hand, damaged, or written by another program.
"""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from math import isfinite
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from leanbreath.diary.events import EVENTS, AssessmentRow, Event, LevelRow, ReturnRow, SessionRow, WorkRow
from leanbreath.diary.moment import MINUTE, Moment
from leanbreath.unsafe_characters import without_unsafe

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
MAX_NUMBER = 2**31

MOST_SHOWN = 40
"""So much of a wrong value is shown."""

NAMES = {row: name for name, row in EVENTS.items()}
"""The name of each type of event, which is that of its table too."""

Values = dict[str, Any]
Row: TypeAlias = Event | WorkRow | ReturnRow
R = TypeVar("R")

MomentReader = Callable[[Values, str], Moment | None]
ListReader = Callable[[Any], Any]


class BadRow(Exception):
    """A row has a value that its field doesn't allow, or lacks one; `fix` says what would be right."""

    def __init__(self, message: str, fix: str = "") -> None:
        super().__init__(message)
        self.fix = fix


class Field(NamedTuple):
    """A field of a row that is a value: the kind of the value, or of each one in a tuple, and what it may be."""

    name: str
    kind: Any
    choices: frozenset[tuple[Any, Any]]
    is_tuple: bool
    may_be_missing: bool


def columns(row: Row) -> Values:
    """Return the values of a row by the columns of its table; the rows of a session have tables of their own."""
    return _flat(row, moment_columns, lambda values: json.dumps(values, ensure_ascii=False))


def session_from_columns(values: Values, work: tuple[WorkRow, ...], returns: tuple[ReturnRow, ...] = ()) -> SessionRow:
    """Return the session in a row of its table, with its work and questions; raise `BadRow`."""
    return SessionRow(**_checked(SessionRow, values, _moment_from_columns, json.loads), work=work, returns=returns)


def from_columns(row: type[R], values: Values) -> R:
    """Return a row of its table, a session without its parts; raise `BadRow`."""
    return _sensible(row(**_checked(row, values, _moment_from_columns, json.loads)))


def data(row: Row) -> Values:
    """Return a row as data for JSON: times as in RFC 3339, each with its training day."""
    values = _flat(row, _moment_data, list)
    if isinstance(row, SessionRow):
        values |= {"work": [data(each) for each in row.work], "returns": [data(each) for each in row.returns]}
    return values


def event_data(event: Event) -> Values:
    """Return an event as data for JSON, with its type."""
    return {"type": NAMES[type(event)], **data(event)}


def event_from_data(values: Any) -> Event:
    """Return the event in data from JSON; raise `BadRow`."""
    if not isinstance(values, dict):
        raise BadRow("no event")
    row = EVENTS.get(values.get("type", "session"))  # older programs kept sessions only
    if row is None:
        raise BadRow("an unknown type of event")
    return from_data(row, values)


def session_data(session: SessionRow) -> Values:
    """Return a session as data for other programs: with what was done in all, and what hurt."""
    work = [{**data(row), "hurt": row.hurt} for row in session.work]
    return {**data(session), "done_seconds": session.done_seconds, "work": work}


def from_data(row: type[R], values: Any) -> R:
    """Return a row in data from JSON; raise `BadRow`."""
    if not isinstance(values, dict):
        raise BadRow("no row")
    parts: Values = {}
    if row is SessionRow:  # either part may be missing
        work = sorted(_parts(WorkRow, values.get("work", [])), key=lambda each: each.place)
        parts = {"work": tuple(work), "returns": _parts(ReturnRow, values.get("returns", []))}
    return _sensible(row(**_checked(row, values, _moment_from_data, tuple), **parts))


def session_from_data(values: Any) -> SessionRow:
    """Return the session in data from JSON; raise `BadRow`."""
    return from_data(SessionRow, values)


def _parts(row: type[R], values: Any) -> tuple[R, ...]:
    if not isinstance(values, list):
        raise BadRow("no rows of a session")
    return tuple(from_data(row, each) for each in values)


def _sensible(row: R) -> R:
    """Return a row whose values make sense together; raise `BadRow`."""
    if isinstance(row, AssessmentRow) and not (row.answer if not row.values else len(row.values) <= 2):
        raise BadRow("a result has one value, two, or an answer", 'write "values", such as [7, 9.5], or "answer"')
    if isinstance(row, LevelRow) and not row.level:
        raise BadRow("levels count from 1", "write 1 for the first")
    return row


def _field(name: str, type_: Any) -> Field:
    options = get_args(type_) if get_origin(type_) in (Union, UnionType) else (type_,)
    option = next(each for each in options if each is not NoneType)
    is_tuple = get_origin(option) is tuple
    element = get_args(option)[0] if is_tuple else option
    choices = get_args(element) if get_origin(element) is Literal else ()
    kind = type(choices[0]) if choices else element
    return Field(name, kind, frozenset((kind, each) for each in choices), is_tuple, NoneType in options)


FIELDS: dict[type, tuple[Field, ...]] = {
    row: tuple(_field(*each) for each in get_type_hints(row).items() if each[0] not in ("work", "returns"))
    for row in (*EVENTS.values(), WorkRow, ReturnRow)
}
"""The fields of each row that are values: not the rows that belong to a session."""


def _flat(
    row: Row, flat_moment: Callable[[str, Moment | None], Values], flat_tuple: Callable[[tuple[Any, ...]], Any]
) -> Values:
    values: Values = {}
    for field in FIELDS[type(row)]:
        value = getattr(row, field.name)
        if field.kind is Moment:
            values |= flat_moment(field.name, value)
        elif field.is_tuple:
            values[field.name] = flat_tuple(tuple(_plain(field, each) for each in value))
        else:
            values[field.name] = _plain(field, value)
    return values


def _plain(field: Field, value: Any) -> Any:
    if isinstance(value, str):
        return without_unsafe(value)
    return float(value) + 0.0 if field.kind is float and value is not None else value  # never -0.0


def _checked(row: type, values: Values, moment_at: MomentReader, tuple_of: ListReader) -> Values:
    """Return the value of each field; raise `BadRow` if its type doesn't allow one."""
    checked: Values = {}
    for field in FIELDS[row]:
        try:
            checked[field.name] = _value(field, values, moment_at, tuple_of)
        except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as error:
            raise BadRow(_wrong(field, values), _fix(field)) from error
    return checked


def _wrong(field: Field, values: Values) -> str:
    """Return what is wrong with the value of a field."""
    names = (field.name, f"{field.name}_day") if field.kind is Moment else (field.name,)
    missing = [name for name in names if values.get(name) is None]
    if missing:
        return f'"{missing[0]}" is missing'
    return " and ".join(f'"{name}"' for name in names) + f" can't be {_shown([values[name] for name in names])}"


def _shown(values: list[Any]) -> str:
    texts = (json.dumps(value, ensure_ascii=False, default=str) for value in values)
    return " and ".join(text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…" for text in texts)


def _fix(field: Field) -> str:
    """Return what the value of a field may be."""
    if field.choices:
        words = ", ".join(str(each) for each in sorted(each for _, each in field.choices))
        return f"write a list of {words}" if field.is_tuple else f"write one of {words}"
    if field.is_tuple:
        return "write a list of one number, or of two for left and right, such as [7, 9.5]"
    return FIXES[field.kind].format(field.name)


def _value(field: Field, values: Values, moment_at: MomentReader, tuple_of: ListReader) -> Any:
    """Return the value of a field if its type allows it; None where it may be missing."""
    value = moment_at(values, field.name) if field.kind is Moment else values.get(field.name)
    if field.is_tuple:
        return tuple(_allowed(field, each) for each in tuple_of(value)) if value is not None else ()
    if value is None and field.may_be_missing:
        return None
    return _allowed(field, value)


def _allowed(field: Field, value: Any) -> Any:
    """Return a value that a field may have; raise `ValueError`."""
    if field.choices:
        is_allowed = (type(value), value) in field.choices
    elif field.is_tuple:
        is_allowed = type(value) in (int, float) and isfinite(value) and abs(value) < MAX_NUMBER
    else:
        is_allowed = CHECKS[field.kind](value)
    if not is_allowed:
        raise ValueError
    return float(value) + 0.0 if field.kind is float else value


CHECKS: dict[type, Callable[[Any], bool]] = {
    str: lambda value: isinstance(value, str),
    int: lambda value: type(value) is int and 0 <= value < MAX_NUMBER,
    float: lambda value: type(value) in (int, float) and isfinite(value) and value >= 0,
    Moment: lambda value: isinstance(value, Moment),
}
"""Whether a type allows a value; every number of a row is a count or seconds, but those of an assessment."""

FIXES = {
    str: "write it as text in quotes",
    int: "write a whole number from 0",
    float: "write a number from 0",
    Moment: 'write a time with its zone, such as 2026-03-01T07:30:00+01:00, and its training day in "{}_day"',
}
"""What a type allows, in words."""


def instant_column(at: datetime) -> int:
    """Return the column of an instant: microseconds since 1970 in UTC."""
    return (at - EPOCH) // MICROSECOND


def moment_columns(name: str, moment: Moment | None) -> Values:
    """Return the columns of a moment: microseconds since 1970 in UTC, minutes of offset, and the day."""
    offset = moment.at.utcoffset() if moment else None
    return {
        name: instant_column(moment.at) if moment else None,
        f"{name}_offset": offset // MINUTE if offset is not None else None,
        f"{name}_day": moment.day.isoformat() if moment else None,
    }


def _moment_from_columns(values: Values, name: str) -> Moment | None:
    if values.get(name) is None:
        return None
    instant = EPOCH + timedelta(microseconds=values[name])
    return Moment(instant.astimezone(_zone(values[f"{name}_offset"])), date.fromisoformat(values[f"{name}_day"]))


@cache
def _zone(minutes: int) -> timezone:
    return timezone(timedelta(minutes=minutes))


def _moment_data(name: str, moment: Moment | None) -> Values:
    return {
        name: moment.at.isoformat() if moment else None,
        f"{name}_day": moment.day.isoformat() if moment else None,
    }


def _moment_from_data(values: Values, name: str) -> Moment | None:
    if values.get(name) is None:
        return None
    at = datetime.fromisoformat(values[name])
    offset = at.utcoffset()
    if offset is None:
        raise ValueError(f"{name} has no offset from UTC")
    instant = at.astimezone(UTC)  # which the columns can hold
    return Moment(instant.astimezone(_zone(round(offset / MINUTE))), date.fromisoformat(values[f"{name}_day"]))
