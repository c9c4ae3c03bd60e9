"""Rows as the cells of their tables: a moment has three columns, a tuple is kept as JSON; and back."""

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from leanbreath.diary.fields import EPOCH, FIELDS, WRONG, BadRow, Field, R, Row, Values, sensible, zone
from leanbreath.diary.moment import MINUTE, Moment
from leanbreath.diary.row_values import plain

MICROSECOND = timedelta(microseconds=1)


class _Cell(NamedTuple):
    """Where the value of a field is among the cells of a row, how it is read, and what it is if the cell is empty.

    `width` is the number of cells that are read.
    """

    column: int
    width: int
    read: Callable[[Any], Any]
    may_be_missing: bool
    missing: Any


def columns(row: Row) -> Values:
    """Return the values of a row by the columns of its table; the rows of a session have tables of their own."""
    values: Values = {}
    for field in FIELDS[type(row)]:
        value = getattr(row, field.name)
        values |= moment_columns(field.name, value) if field.kind is Moment else {field.name: _cell(field, value)}
    return values


def from_columns(row: type[R], cells: Sequence[Any], *parts: Any) -> R:
    """Return the row in the cells of its columns, a session with its parts; raise `BadRow`."""
    try:
        values = [
            missing
            if (cell := cells[column]) is None and may_be_missing
            else read(cell if width == 1 else cells[column : column + width])
            for column, width, read, may_be_missing, missing in CELLS[row]
        ]
    except WRONG as error:
        raise BadRow("a value is wrong") from error
    return sensible(row(*values, *parts))


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


def _cell(field: Field, value: Any) -> Any:
    found = plain(field, value)
    return json.dumps(found, ensure_ascii=False) if field.is_tuple else found


def _names(field: Field) -> tuple[str, ...]:
    name = field.name
    return (name, f"{name}_offset", f"{name}_day") if field.kind is Moment else (name,)


COLUMNS = {row: tuple(name for field in fields for name in _names(field)) for row, fields in FIELDS.items()}
"""The columns of each table, in the order in which a row is read."""


def _read_tuple(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return what reads a tuple in a cell, once for all cells with the same text."""

    @lru_cache
    def read_text(text: Any) -> Any:
        return read(json.loads(text))

    return read_text


def read_moment(cells: Sequence[Any]) -> Moment:
    """Return the moment in its three columns."""
    instant, offset, day = cells
    return Moment((EPOCH + timedelta(microseconds=instant)).astimezone(zone(offset)), date.fromisoformat(day))


def _cell_of(field: Field, column: int) -> _Cell:
    if field.kind is Moment:
        return _Cell(column, 3, read_moment, field.may_be_missing, None)
    if field.is_tuple:
        return _Cell(column, 1, _read_tuple(field.read), True, ())
    return _Cell(column, 1, field.read, field.may_be_missing, None)


CELLS = {
    row: tuple(_cell_of(field, COLUMNS[row].index(field.name)) for field in fields) for row, fields in FIELDS.items()
}
"""How each row is read."""
