"""The events of a diary as CSV for spreadsheets: one table, in which the work of a session has rows of its own.

A text that a spreadsheet would take for a formula, an empty text, and one that begins with an apostrophe get an
apostrophe in front, as in spreadsheets; reading removes it. An empty cell is a missing value.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import chain
from typing import Any, NamedTuple

from leanbreath.diary.event_data import PARTS, checked_event, names
from leanbreath.diary.event_file import MAX_LINE, MOST_PROBLEMS, VERSION, Newer, ReadEvents, check_header
from leanbreath.diary.events import EVENTS, Event, SessionRow
from leanbreath.diary.fields import FIELDS, BadRow, Values
from leanbreath.diary.row_values import event_data
from leanbreath.routine.name_suggestions import suggestion
from leanbreath.routine.problems import Place, Problem

ROWS: dict[str, type] = {**EVENTS, **PARTS}
"""The rows of the table by their types; those of a session's parts name their session."""

COLUMNS = tuple(dict.fromkeys(("type", "version", "session", *(name for row in ROWS.values() for name in names(row)))))

LISTS = {field.name for row in ROWS.values() for field in FIELDS[row] if field.is_tuple}
TEXTS = {"type", "session"} | {
    field.name for row in ROWS.values() for field in FIELDS[row] if field.kind is str and not field.is_tuple
}

FORMULA = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
"""How a text begins that a spreadsheet may take for a formula."""

NUMBER = re.compile(r"-?[0-9]{1,400}(\.[0-9]{1,400})?([eE][+-]?[0-9]{1,4})?")


class _Row(NamedTuple):
    """A row of the table: the line it begins on, and its values by column."""

    line: int
    values: Values


def csv_lines(events: Iterable[Event]) -> Iterator[str]:
    """Yield the text of a table with some events, row by row, with the ends of lines."""
    file = StringIO()
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    header: Values = {name: name for name in COLUMNS}
    for row in chain((header, {"type": "diary", "version": VERSION}), _table(events)):
        writer.writerow({name: _cell(name, value) for name, value in row.items()})
        yield file.getvalue().removesuffix("\n")
        file.seek(0)
        file.truncate()


def read_csv(text: str, file: str) -> ReadEvents:
    """Return the events of a table, and its mistakes by line."""
    problems: list[Problem] = []
    rows: list[_Row] = []
    try:
        for row in _rows(text):
            rows.append(row)
    except BadRow as error:
        line = error.line if isinstance(error, _BadTable) else 1
        return ReadEvents((), (Problem(Place(file, line), str(error), error.fix),))
    events: list[Event] = []
    for row in _with_parts(rows, problems, file):
        try:
            if event := _event(row.values):
                events.append(event)
        except BadRow as error:
            problems.append(Problem(Place(file, row.line), str(error), error.fix))
            if isinstance(error, Newer):
                break
    return ReadEvents(tuple(events), tuple(problems[:MOST_PROBLEMS]))


def _table(events: Iterable[Event]) -> Iterator[Values]:
    for event in events:
        values = event_data(event)
        parts = {name: values.pop(name) for name in PARTS} if isinstance(event, SessionRow) else {}
        yield values
        for name, rows in parts.items():
            yield from ({"type": name, "session": event.id, **row} for row in rows)


def _cell(name: str, value: Any) -> str:
    if value is None:
        return ""
    if name in LISTS and isinstance(value, list):
        return " ".join(map(str, value))
    if name in TEXTS and (not value or value.lstrip(" ").startswith(FORMULA) or value.startswith("'")):
        return f"'{value}"
    return str(value)


class _BadTable(BadRow):
    """The table itself is wrong from a line on."""

    def __init__(self, line: int, message: str, fix: str) -> None:
        super().__init__(message, fix)
        self.line = line


def _rows(text: str) -> Iterator[_Row]:
    """Yield the rows of a table after its header; raise `BadRow`."""
    csv.field_size_limit(MAX_LINE)
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        columns = next(reader, [])
        _require_columns(columns)
        line = reader.line_num + 1
        for cells in reader:
            if any(cells):
                yield _Row(line, _values(columns, cells, line))
            line = reader.line_num + 1
    except csv.Error as error:
        raise _BadTable(reader.line_num, f"this is no CSV ({error})", "write commas between cells") from error


def _require_columns(columns: list[str]) -> None:
    if "type" not in columns:
        raise BadRow("this is no export of a diary", 'the first line must name the columns, "type" among them')
    if unknown := next((name for name in columns if name not in COLUMNS), None):
        raise BadRow(f'unknown column "{unknown[:40]}"', suggestion(unknown, COLUMNS))
    if twice := next((name for index, name in enumerate(columns) if name in columns[:index]), None):
        raise BadRow(f'the column "{twice}" is there twice', "remove one of them")


def _values(columns: list[str], cells: list[str], line: int) -> Values:
    if any(cells[len(columns) :]):
        raise _BadTable(line, "the row has more cells than there are columns", "put text with commas in quotes")
    return {name: _value(name, cell) for name, cell in zip(columns, cells, strict=False) if cell}


def _value(name: str, cell: str) -> Any:
    """Return the value of a cell that isn't empty."""
    if name in LISTS:
        return [_number(each) for each in cell.split()]
    if name in TEXTS:
        return cell.removeprefix("'")
    return _number(cell)


def _number(cell: str) -> Any:
    if not NUMBER.fullmatch(cell):
        return cell
    return float(cell) if set(cell) & set(".eE") else int(cell)


def _with_parts(rows: list[_Row], problems: list[Problem], file: str) -> Iterator[_Row]:
    """Yield the rows of events, sessions with the rows of their parts; note those of no session as problems."""
    sessions: dict[Any, _Row] = {}
    for row in (row for row in rows if row.values.get("type") == "session"):
        if row.values.get("id") in sessions:
            problems.append(Problem(Place(file, row.line), "an earlier row has the same session", "remove one of them"))
        sessions.setdefault(row.values.get("id"), row).values.update({name: [] for name in PARTS})
    for row in rows:
        type_ = row.values.get("type")
        if type_ not in PARTS:
            continue
        session = sessions.get(row.values.get("session"))
        if session is None:
            problems.append(Problem(Place(file, row.line), "the row belongs to no session", "add its session"))
        else:
            part = {name: value for name, value in row.values.items() if name not in ("type", "session")}
            session.values[type_].append(part)
    yield from (row for row in rows if row.values.get("type") not in PARTS)


def _event(values: Values) -> Event | None:
    """Return the event in a row, None for a header; raise `BadRow`."""
    if values.get("type") == "diary":
        check_header(values.get("version"))
        return None
    return checked_event(values)
