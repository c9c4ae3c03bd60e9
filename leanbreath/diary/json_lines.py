"""The events of a diary as JSON Lines: a header, then one event a line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from leanbreath.diary.event_data import PARTS, checked_event
from leanbreath.diary.event_file import MAX_LINE, MOST_PROBLEMS, VERSION, Newer, ReadEvents, check_header
from leanbreath.diary.events import Event
from leanbreath.diary.fields import BadRow, Values
from leanbreath.diary.row_values import event_data
from leanbreath.routine.problems import Place, Problem


def json_lines(events: Iterable[Event]) -> Iterator[str]:
    """Yield the lines of a file with some events."""
    yield json.dumps({"type": "diary", "version": VERSION})
    for event in events:
        yield json.dumps(_without_missing(event_data(event)), ensure_ascii=False)


def read_json_lines(text: str, file: str) -> ReadEvents:
    """Return the events of a file, and its mistakes by line; a header may be missing, as in a single line."""
    events: list[Event] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        try:
            event = _event(line) if line.strip() else None
        except BadRow as error:
            problems.append(Problem(Place(file, number), str(error), error.fix))
            if isinstance(error, Newer) or len(problems) == MOST_PROBLEMS:
                break
        else:
            events += [event] if event else []
    return ReadEvents(tuple(events), tuple(problems))


def _without_missing(values: Values) -> Values:
    """Return data without values that are missing or empty."""
    parts = {name: [_without_missing(row) for row in values[name]] for name in PARTS if name in values}
    return {name: value for name, value in {**values, **parts}.items() if value not in (None, [])}


def _event(line: str) -> Event | None:
    """Return the event in a line, None for a header; raise `BadRow`."""
    if len(line) > MAX_LINE:
        raise BadRow(f"the line is longer than {MAX_LINE:,} characters", "leave it out; no event is that long")
    try:
        values = json.loads(line, object_pairs_hook=_object)
    except (ValueError, RecursionError) as error:
        where = f" at character {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise BadRow(f"this is no JSON{where}", "write one event a line, in braces") from error
    if isinstance(values, dict) and values.get("type") == "diary":
        check_header(values.get("version"))
        return None
    return checked_event(values)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; raise `BadRow` if it has a name twice."""
    values = dict(pairs)
    if len(values) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BadRow(f"{json.dumps(twice, ensure_ascii=False)[:40]} is there twice", "remove one of them")
    return values
