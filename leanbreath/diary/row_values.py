"""Rows as data for JSON: times as in RFC 3339, each with its training day; and back."""

from datetime import UTC, date, datetime
from typing import Any

from leanbreath.diary.events import EVENTS, Event, ReturnRow, SessionRow, WorkRow
from leanbreath.diary.fields import FIELDS, NAMES, WRONG, BadRow, Field, R, Row, Values, bad_value, sensible, zone
from leanbreath.diary.moment import MINUTE, Moment
from leanbreath.unsafe_characters import without_unsafe


def data(row: Row) -> Values:
    """Return a row as data."""
    values: Values = {}
    for field in FIELDS[type(row)]:
        value = getattr(row, field.name)
        values |= _moment_data(field.name, value) if field.kind is Moment else {field.name: plain(field, value)}
    if isinstance(row, SessionRow):
        values |= {"work": [data(each) for each in row.work], "returns": [data(each) for each in row.returns]}
    return values


def event_data(event: Event) -> Values:
    """Return an event as data, with its type."""
    return {"type": NAMES[type(event)], **data(event)}


def session_data(session: SessionRow) -> Values:
    """Return a session as data for other programs: with what was done in all, and what hurt."""
    work = [{**data(row), "hurt": row.hurt} for row in session.work]
    return {**data(session), "done_seconds": session.done_seconds, "work": work}


def from_data(row: type[R], values: Any) -> R:
    """Return a row in data; raise `BadRow`."""
    if not isinstance(values, dict):
        raise BadRow("no row")
    parts: Values = {}
    if row is SessionRow:  # either part may be missing
        work = sorted(_parts(WorkRow, values.get("work", [])), key=lambda each: each.place)
        parts = {"work": tuple(work), "returns": _parts(ReturnRow, values.get("returns", []))}
    return sensible(row(**{field.name: _value(field, values) for field in FIELDS[row]}, **parts))


def event_from_data(values: Any) -> Event:
    """Return the event in data; raise `BadRow`."""
    if not isinstance(values, dict):
        raise BadRow("no event")
    row = EVENTS.get(values.get("type", "session"))  # older programs kept sessions only
    if row is None:
        raise BadRow("an unknown type of event")
    return from_data(row, values)


def session_from_data(values: Any) -> SessionRow:
    """Return the session in data; raise `BadRow`."""
    return from_data(SessionRow, values)


def plain(field: Field, value: Any) -> Any:
    """Return a value as data of its kind, without characters that control a terminal."""
    if field.is_tuple:
        return [float(each) + 0.0 if field.kind is float else each for each in value]
    if isinstance(value, str):
        return without_unsafe(value)
    return float(value) + 0.0 if field.kind is float and value is not None else value  # never -0.0


def _parts(row: type[R], values: Any) -> tuple[R, ...]:
    if not isinstance(values, list):
        raise BadRow("no rows of a session")
    return tuple(from_data(row, each) for each in values)


def _value(field: Field, values: Values) -> Any:
    """Return the value of a field; raise `BadRow`."""
    try:
        value = _moment_from_data(values, field.name) if field.kind is Moment else values.get(field.name)
        if value is None and field.is_tuple:
            return ()
        return None if value is None and field.may_be_missing else field.read(value)
    except WRONG as error:
        raise bad_value(field, values) from error


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
    return Moment(instant.astimezone(zone(round(offset / MINUTE))), date.fromisoformat(values[f"{name}_day"]))
