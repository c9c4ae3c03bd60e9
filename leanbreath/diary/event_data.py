"""Events as data that comes from elsewhere: nothing is taken for granted, and what is wrong is said with its fix."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from typing import Any

from leanbreath.diary.events import EVENTS, DeletionRow, Event, ReturnRow, SessionRow, WorkRow
from leanbreath.diary.fields import FIELDS, MAX_NUMBER, BadRow, Row, Values
from leanbreath.diary.moment import Moment
from leanbreath.diary.row_values import data, from_data
from leanbreath.routine.name_suggestions import suggestion
from leanbreath.unsafe_characters import described, first_unsafe

ID = re.compile(r"[\w.:+-]{1,64}", re.ASCII)
"""The ids that events may have; one may become the name of a file."""

YEARS = range(1970, 2200)
"""The years from which an event may be imported."""

MOST_APART = timedelta(days=1)
"""How far the training day of an event may be from the date of its time."""

PARTS = {"work": WorkRow, "returns": ReturnRow}
"""The lists of a session, and their rows."""


def checked_event(values: Any) -> Event:
    """Return the event in data from elsewhere; raise `BadRow`.

    An event without an id gets one that follows from its content, so that it is added only once.
    """
    row = _row(values)
    _require_known(row, values)
    for path, text in _texts(values):
        if found := first_unsafe(text):
            raise BadRow(f"{path} has {described(found[0])}", "remove it")
    given = "id" in values
    values = {"revision": 0, **values} if row is SessionRow else values
    event = from_data(row, values if given or row is DeletionRow else {**values, "id": ""})
    parts: tuple[Row, ...] = (*event.work, *event.returns) if isinstance(event, SessionRow) else ()
    for each in (event, *parts):
        _require_plausible(each)
    if not given:
        return from_data(row, {**values, "id": content_id(event)})
    if not ID.fullmatch(event.id):
        raise BadRow('"id" must be 1 to 64 letters, digits or . : + - _', "leave it out if there is none")
    return event


def content_id(event: Event) -> str:
    """Return an id that follows from the content of an event, whatever id it has."""
    content = json.dumps({**data(event), "id": ""}, sort_keys=True)
    return sha256(content.encode()).hexdigest()[:32]


def names(row: type) -> tuple[str, ...]:
    """Return the names of a row's values in data."""
    days = ((f"{field.name}_day",) if field.kind is Moment else () for field in FIELDS[row])
    return tuple(name for field, day in zip(FIELDS[row], days, strict=True) for name in (field.name, *day))


def _row(values: Any) -> type[Event]:
    if not isinstance(values, dict):
        raise BadRow("this is no event", 'write it in braces, such as {"type": "level", …}')
    type_ = values.get("type")
    if type_ is None:
        raise BadRow('"type" is missing', f"write one of {', '.join(EVENTS)}")
    if not isinstance(type_, str) or type_ not in EVENTS:
        raise BadRow(
            f"unknown type {json.dumps(type_)[:40]}", f"{suggestion(str(type_), EVENTS)}, or update leanbreath"
        )
    return EVENTS[type_]


def _require_known(row: type[Event], values: Values) -> None:
    """Raise `BadRow` for a field that no event of this type has, and for parts of a session that come twice."""
    parts = PARTS if row is SessionRow else {}
    _require_names(("type", *names(row), *parts), values)
    for name, part in parts.items():
        for each in values.get(name) or () if isinstance(values.get(name, []), list) else ():
            _require_names(names(part), each)
    if row is SessionRow:
        _require_once("work", "place", values)
        _require_once("returns", "drill", values)


def _require_names(known: tuple[str, ...], values: Any) -> None:
    unknown = next((name for name in values if name not in known), None) if isinstance(values, dict) else None
    if unknown is not None:
        fix = f"{suggestion(unknown, known)}; if a newer leanbreath wrote it, update this one"
        raise BadRow(f"unknown field {json.dumps(unknown, ensure_ascii=False)[:40]}", fix)


def _require_once(name: str, key: str, values: Values) -> None:
    rows = values.get(name, [])
    found = [json.dumps(each.get(key)) for each in rows if isinstance(each, dict)] if isinstance(rows, list) else []
    twice = next((each for index, each in enumerate(found) if each in found[:index]), None)
    if twice is not None:
        raise BadRow(f'"{name}" has two rows with "{key}" {twice}', "remove one of them")


def _require_plausible(row: Row) -> None:
    """Raise `BadRow` for seconds that no runner lives for, years without a runner, and a day far from its time."""
    for field in FIELDS[type(row)]:
        value = getattr(row, field.name)
        if isinstance(value, float) and value >= MAX_NUMBER:
            raise BadRow(f'"{field.name}" can\'t be {value:g}', "write it in seconds")
        if isinstance(value, Moment):
            if value.at.year not in YEARS:
                raise BadRow(f'"{field.name}" can\'t be in the year {value.at.year}', "write when it was")
            if abs(value.day - value.at.date()) > MOST_APART:
                raise BadRow(f'"{field.name}_day" is not the day of "{field.name}"', "write the training day it was")


def _texts(values: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text in data after its name."""
    match values:
        case str():
            yield path, values
        case dict():
            for name, value in values.items():
                yield from _texts(value, f'"{name}"')
        case list():
            for value in values:
                yield from _texts(value, path)
