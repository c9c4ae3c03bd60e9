"""The tables of a diary: one for each kind of event, and two for the work and the questions of sessions."""

import sqlite3
from collections import defaultdict
from datetime import date
from typing import Literal, TypeVar

from leanbreath.diary.events import EVENTS, DeletionRow, Event, ReturnRow, SessionRow, WorkRow
from leanbreath.diary.fields import NAMES, BadRow
from leanbreath.diary.merging import wins
from leanbreath.diary.row_columns import COLUMNS, columns, from_columns

P = TypeVar("P", WorkRow, ReturnRow)

Change = Literal["added", "updated", "skipped"]
"""What became of an event that was merged into a diary."""

PARTS = {"work": WorkRow, "drill_return": ReturnRow}
"""The tables of what belongs to a session, and their rows."""

ROWS: dict[str, type] = {**EVENTS, **PARTS}
"""All tables and their rows, sessions first."""


TOTALS = ("done_seconds", "work_day")
"""The columns of a session that add up its work, for the queries of the history."""


def merge_event(base: sqlite3.Connection, event: Event) -> Change:
    """Write an event unless it was deleted, or the diary has a copy that counts more; return what became of it."""
    is_deletion = isinstance(event, DeletionRow)
    if not is_deletion and has_row(base, "deletion", event.id):
        return "skipped"
    table = NAMES[type(event)]
    exists = has_row(base, table, event.id)
    copy = _read_event(base, type(event), event.id) if exists else None
    if copy and not wins(event, copy):
        return "skipped"
    for each in EVENTS if is_deletion else (table,):
        _remove(base, each, event.id)
    _write(base, event)
    return "updated" if exists else "added"


def read_events(base: sqlite3.Connection, since: date | None = None) -> tuple[list[Event], int]:
    """Return the events of a diary, sessions those since a training day, and how many rows can't be read."""
    events, bad_rows = read_sessions(base, *(("WHERE started_day >= ?", (since.isoformat(),)) if since else ()))
    for row in EVENTS.values():
        if row is not SessionRow:
            found, bad = read_table(base, row)
            events += found
            bad_rows += bad
    return events, bad_rows


def read_sessions(
    base: sqlite3.Connection, condition: str = "", values: tuple[object, ...] = ()
) -> tuple[list[Event], int]:
    """Return the sessions of a diary that meet a condition, and how many rows can't be read."""
    work, bad_work = _parts(base, WorkRow, "work", condition, values)
    returns, bad_returns = _parts(base, ReturnRow, "drill_return", condition, values)
    bad_rows = bad_work + bad_returns
    sessions: list[Event] = []
    for cells in base.execute(_select("session", SessionRow, condition), values):
        try:
            rows = sorted(work[cells[0]], key=lambda row: row.place)
            sessions.append(from_columns(SessionRow, cells, tuple(rows), tuple(returns[cells[0]])))
        except BadRow:
            bad_rows += 1
    return sessions, bad_rows


def stored_session(base: sqlite3.Connection, id: str) -> SessionRow | None:
    """Return a session of the diary; None if there is none, or it can't be read."""
    found = _read_event(base, SessionRow, id)
    return found if isinstance(found, SessionRow) else None


def has_row(base: sqlite3.Connection, table: str, id: str) -> bool:
    """Return whether a table of events has a row with an id."""
    return base.execute(f'SELECT 1 FROM "{table}" WHERE id = ?', (id,)).fetchone() is not None  # noqa: S608 - our own names


def lacking_columns(base: sqlite3.Connection) -> str:
    """Return which column the tables lack, empty if they have all."""
    for table, row in ROWS.items():
        names = {each["name"] for each in base.execute(f'PRAGMA table_info("{table}")')}
        for name in (*COLUMNS[row], *(TOTALS if row is SessionRow else ())):
            if name not in names:
                return f"the table {table} lacks {name}"
    return ""


def _read_event(base: sqlite3.Connection, row: type[Event], id: str) -> Event | None:
    """Return an event of the diary, None if it or a part of it can't be read, so that any copy is better."""
    events, bad_rows = (
        read_sessions(base, "WHERE id = ?", (id,))
        if row is SessionRow
        else read_table(base, row, "WHERE id = ?", (id,))
    )
    return events[0] if events and not bad_rows else None


def read_table(
    base: sqlite3.Connection, row: type[Event], condition: str = "", values: tuple[object, ...] = ()
) -> tuple[list[Event], int]:
    """Return the rows of a table of events that meet a condition, and how many can't be read."""
    found: list[Event] = []
    bad_rows = 0
    for cells in base.execute(_select(NAMES[row], row, condition), values):
        try:
            found.append(from_columns(row, cells))
        except BadRow:
            bad_rows += 1
    return found, bad_rows


def _parts(
    base: sqlite3.Connection, row: type[P], table: str, condition: str, values: tuple[object, ...]
) -> tuple[dict[object, list[P]], int]:
    """Return the rows of a table that belong to sessions, by session, and how many can't be read."""
    rows: dict[object, list[P]] = defaultdict(list)
    bad_rows = 0
    which = f"WHERE session IN (SELECT id FROM session {condition})" if condition else ""  # noqa: S608 - our own names
    for cells in base.execute(_select(table, row, f"{which} ORDER BY rowid", "session"), values):
        try:
            rows[cells[-1]].append(from_columns(row, cells))
        except BadRow:
            bad_rows += 1
    return rows, bad_rows


def _select(table: str, row: type, condition: str, *more: str) -> str:
    """Return a query for the columns of a row, and more; a qualified name is never taken for a text."""
    names = ", ".join(f'"{table}"."{name}"' for name in (*COLUMNS[row], *more))
    return f'SELECT {names} FROM "{table}" {condition}'  # noqa: S608 - our own names


def _remove(base: sqlite3.Connection, table: str, id: str) -> None:
    base.execute(f'DELETE FROM "{table}" WHERE id = ?', (id,))  # noqa: S608 - our own names
    for part in PARTS if table == "session" else ():
        base.execute(f"DELETE FROM {part} WHERE session = ?", (id,))  # noqa: S608 - our own names


def _write(base: sqlite3.Connection, event: Event) -> None:
    totals = session_totals(event) if isinstance(event, SessionRow) else {}
    _replace(base, NAMES[type(event)], {**columns(event), **totals})
    if isinstance(event, SessionRow):
        for table, rows in (("work", event.work), ("drill_return", event.returns)):
            for row in rows:
                _replace(base, table, {"session": event.id, **columns(row)})


def add_up(base: sqlite3.Connection, id: object) -> None:
    """Write the totals of a session anew, of which work was removed."""
    for session in read_sessions(base, "WHERE id = ?", (id,))[0]:
        if isinstance(session, SessionRow):
            done_seconds, day = session_totals(session).values()
            base.execute("UPDATE session SET done_seconds = ?, work_day = ? WHERE id = ?", (done_seconds, day, id))


def session_totals(session: SessionRow) -> dict[str, object]:
    """Return the columns of a session that add up its work: the seconds done, and their day if it is only one."""
    days = {row.at and row.at.day for row in session.work if row.done_seconds}
    day = days.pop() if len(days) == 1 else None
    return dict(zip(TOTALS, (session.done_seconds, day and day.isoformat()), strict=True))


def _replace(base: sqlite3.Connection, table: str, values: dict[str, object]) -> None:
    marks = ", ".join("?" * len(values))
    names = ", ".join(f'"{name}"' for name in values)
    base.execute(f'INSERT OR REPLACE INTO "{table}" ({names}) VALUES ({marks})', tuple(values.values()))  # noqa: S608 - our own names
