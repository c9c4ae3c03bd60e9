"""Rows as plain values, in both forms in which they are kept: columns of a table, and JSON.

The forms follow from the fields of a row. A value that its field doesn't allow makes a `BadRow`: a diary may have been
edited by hand, damaged, or written by another program.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from math import isfinite
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from leanbreath.diary.events import ReturnRow, SessionRow, WorkRow
from leanbreath.diary.moment import MINUTE, Moment
from leanbreath.unsafe_characters import without_unsafe

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
MAX_NUMBER = 2**31

Values = dict[str, Any]


class BadRow(Exception):
    """A row has a value that its field doesn't allow, or lacks one."""


def session_columns(session: SessionRow) -> Values:
    """Return the values of a session by the columns of its table; its work has a table of its own."""
    return _flat(session, SESSION_TYPES, moment_columns)


def work_columns(row: WorkRow) -> Values:
    """Return the values of a row of work by the columns of its table."""
    return _flat(row, WORK_TYPES, moment_columns)


def return_columns(row: ReturnRow) -> Values:
    """Return the values of a question by the columns of its table."""
    return _flat(row, RETURN_TYPES, moment_columns)


def session_from_columns(values: Values, work: tuple[WorkRow, ...], returns: tuple[ReturnRow, ...] = ()) -> SessionRow:
    """Return the session in a row of its table, with its work and questions; raise `BadRow`."""
    return SessionRow(**_checked(SESSION_TYPES, values, _moment_from_columns), work=work, returns=returns)


def work_from_columns(values: Values) -> WorkRow:
    """Return the work in a row of its table; raise `BadRow`."""
    return WorkRow(**_checked(WORK_TYPES, values, _moment_from_columns))


def return_from_columns(values: Values) -> ReturnRow:
    """Return the question in a row of its table; raise `BadRow`."""
    return ReturnRow(**_checked(RETURN_TYPES, values, _moment_from_columns))


def session_data(session: SessionRow) -> Values:
    """Return a session as data for JSON: times as in RFC 3339, each with its training day."""
    return {
        **_flat(session, SESSION_TYPES, _moment_data),
        "done_seconds": session.done_seconds,
        "work": [{**_flat(row, WORK_TYPES, _moment_data), "hurt": row.hurt} for row in session.work],
        "returns": [_flat(row, RETURN_TYPES, _moment_data) for row in session.returns],
    }


def session_from_data(data: Any) -> SessionRow:
    """Return the session in data from JSON; raise `BadRow`."""
    if not isinstance(data, dict) or not isinstance(data.get("work"), list):
        raise BadRow("no session")
    returns = data.get("returns", [])  # a session that an older program kept has none
    if not isinstance(returns, list):
        raise BadRow("no questions")
    return SessionRow(
        **_checked(SESSION_TYPES, data, _moment_from_data),
        work=tuple(WorkRow(**_checked_data(WORK_TYPES, row)) for row in data["work"]),
        returns=tuple(ReturnRow(**_checked_data(RETURN_TYPES, row)) for row in returns),
    )


def _checked_data(types: Mapping[str, Any], data: Any) -> Values:
    if not isinstance(data, dict):
        raise BadRow("no row")
    return _checked(types, data, _moment_from_data)


def _types(row: type) -> dict[str, Any]:
    """Return the type of each field that is a value: not of the rows that belong to a session."""
    hints = get_type_hints(row)
    return {name: hints[name] for name in hints if name not in ("work", "returns", "muscles")}


SESSION_TYPES, WORK_TYPES, RETURN_TYPES = _types(SessionRow), _types(WorkRow), _types(ReturnRow)


def _flat(
    row: SessionRow | WorkRow | ReturnRow, types: Mapping[str, Any], flat_moment: Callable[[str, Moment | None], Values]
) -> Values:
    values: Values = {}
    for name, type_ in types.items():
        value = getattr(row, name)
        text = without_unsafe(value) if isinstance(value, str) else value
        values |= flat_moment(name, value) if Moment in (type_, *get_args(type_)) else {name: text}
    return values


def _checked(types: Mapping[str, Any], values: Values, moment_at: Callable[[Values, str], Moment | None]) -> Values:
    """Return the value of each field; raise `BadRow` if its type doesn't allow one."""
    try:
        return {name: _value(type_, values, name, moment_at) for name, type_ in types.items()}
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise BadRow(str(error)) from error


def _value(type_: Any, values: Values, name: str, moment_at: Callable[[Values, str], Moment | None]) -> Any:
    """Return the value of a field if its type allows it; None where it may be missing."""
    options = get_args(type_) if get_origin(type_) is not Literal else (type_,)
    value: Any = moment_at(values, name) if Moment in (type_, *options) else values.get(name)
    if value is None and NoneType in options:
        return None
    option = next((each for each in options if each is not NoneType), type_)
    if get_origin(option) is Literal:
        is_allowed = any(value == each and type(value) is type(each) for each in get_args(option))
    else:
        is_allowed = CHECKS[option](value)
    if not is_allowed:
        raise ValueError(f"{name} can't be {value!r}")
    return float(value) if option is float else value


CHECKS: dict[type, Callable[[Any], bool]] = {
    str: lambda value: isinstance(value, str),
    int: lambda value: type(value) is int and 0 <= value < MAX_NUMBER,
    float: lambda value: type(value) in (int, float) and isfinite(value) and value >= 0,
    Moment: lambda value: isinstance(value, Moment),
}
"""Whether a type allows a value; every number of a row is a count or seconds."""


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
    zone = timezone(timedelta(minutes=values[f"{name}_offset"]))
    return Moment(instant.astimezone(zone), date.fromisoformat(values[f"{name}_day"]))


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
    return Moment(at.astimezone(timezone(offset)), date.fromisoformat(values[f"{name}_day"]))
