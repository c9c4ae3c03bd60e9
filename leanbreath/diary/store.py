"""The diary: an SQLite file with every session and the work done in it."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

from leanbreath.diary.connection import reading, writing
from leanbreath.diary.events import DiaryContent, ReturnRow, SessionRow, WorkRow
from leanbreath.diary.row_values import (
    BadRow,
    instant_column,
    return_columns,
    return_from_columns,
    session_columns,
    session_from_columns,
    work_columns,
    work_from_columns,
)
from leanbreath.diary.unsaved import claim, unsaved_sessions

R = TypeVar("R", WorkRow, ReturnRow)

BEGUN = """
    SELECT count(*) FROM session WHERE routine = ?
    AND (id IN (SELECT session FROM work) OR id NOT IN (SELECT session FROM drill_return))
"""
"""How often a routine was begun; a runner who only answers the questions before it has not begun."""


class PriorSessions(NamedTuple):
    """What a new session needs to know: whether it is the first, how often its routine was begun, what came lately."""

    is_first: bool = False
    begun_count: int = 0
    recent: tuple[SessionRow, ...] = ()


class Diary:
    """The diary in one file; each call is a transaction of its own. Reading writes nothing.

    Sessions that wait in files next to it belong to it as well, and are read with it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> DiaryContent:
        """Return everything in the diary."""
        waiting = [each.session for each in unsaved_sessions(self.path)]  # first, since they may be moving into it
        if not self.path.exists():
            return _content([], 0, waiting)
        with reading(self.path) as base:
            return _content(*read_sessions(base), waiting)

    def prior_sessions(self, routine: str | None, since: datetime) -> PriorSessions:
        """Return what a new session of a routine needs to know; sessions begun `since` are recent."""
        waiting = [each.session for each in unsaved_sessions(self.path)]
        known: set[str] = set()
        count = 0
        recent: list[SessionRow] = []
        if self.path.exists():
            with reading(self.path) as base:
                known = {row["id"] for row in base.execute("SELECT id FROM session")}
                count = base.execute(BEGUN, (routine,)).fetchone()[0]
                recent, _ = read_sessions(base, "WHERE started >= ?", (instant_column(since),))
        added = [each for each in waiting if each.id not in known]
        count += sum(each.routine == routine and each.was_begun for each in added)
        return PriorSessions(not known and not waiting, count, _content(recent, 0, waiting).sessions)

    def save(self, *sessions: SessionRow) -> None:
        """Write sessions, each in place of what was written of it before, unless that is a later revision."""
        with writing(self.path) as base:
            for session in sessions:
                _save(base, session)

    def import_unsaved(self) -> None:
        """Write the sessions that wait next to the diary into it, and remove their files."""
        waiting = claim(self.path)
        if waiting:
            self.save(*(each.session for each in waiting))
        for each in waiting:
            with suppress(OSError):  # read in again at the next start, which changes nothing
                each.file.unlink(missing_ok=True)


def _save(base: sqlite3.Connection, session: SessionRow) -> None:
    saved = base.execute("SELECT revision FROM session WHERE id = ?", (session.id,)).fetchone()
    if saved and isinstance(saved["revision"], int) and saved["revision"] > session.revision:
        return
    _replace(base, "session", session_columns(session))
    base.execute("DELETE FROM work WHERE session = ?", (session.id,))
    for row in session.work:
        _replace(base, "work", {"session": session.id, **work_columns(row)})
    base.execute("DELETE FROM drill_return WHERE session = ?", (session.id,))
    for each in session.returns:
        _replace(base, "drill_return", {"session": session.id, **return_columns(each)})


def _replace(base: sqlite3.Connection, table: str, values: dict[str, object]) -> None:
    marks = ", ".join("?" * len(values))
    columns = ", ".join(values)
    base.execute(f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({marks})", tuple(values.values()))  # noqa: S608 - our own names


def read_sessions(
    base: sqlite3.Connection, condition: str = "", values: tuple[object, ...] = ()
) -> tuple[list[SessionRow], int]:
    """Return the sessions of a diary that meet a condition, and how many rows can't be read."""
    which = f"WHERE session IN (SELECT id FROM session {condition})" if condition else ""  # noqa: S608 - our own names
    work, bad_work = _rows(base, f"SELECT * FROM work {which} ORDER BY place", values, work_from_columns)  # noqa: S608 - our own names
    query = f"SELECT * FROM drill_return {which} ORDER BY rowid"  # noqa: S608 - our own names
    returns, bad_returns = _rows(base, query, values, return_from_columns)
    bad_rows = bad_work + bad_returns
    sessions: list[SessionRow] = []
    for row in base.execute(f"SELECT * FROM session {condition} ORDER BY rowid DESC", values):  # noqa: S608 - our own names
        try:
            rows = tuple(work[row["id"]]), tuple(returns[row["id"]])
            sessions.append(session_from_columns(dict(row), *rows))
        except BadRow:
            bad_rows += 1
    return sessions, bad_rows


def _rows(
    base: sqlite3.Connection, query: str, values: tuple[object, ...], from_columns: Callable[[dict[str, object]], R]
) -> tuple[dict[object, list[R]], int]:
    """Return the rows that belong to sessions, by session, and how many can't be read."""
    rows: dict[object, list[R]] = defaultdict(list)
    bad_rows = 0
    for row in base.execute(query, values):
        try:
            rows[row["session"]].append(from_columns(dict(row)))
        except BadRow:
            bad_rows += 1
    return rows, bad_rows


def _content(sessions: Iterable[SessionRow], bad_rows: int, waiting: Iterable[SessionRow]) -> DiaryContent:
    """Return sessions of both kinds together, the latest revision of each, in the order of their instants."""
    found: dict[str, SessionRow] = {}
    for session in (*sessions, *waiting):
        if session.id not in found or found[session.id].revision < session.revision:
            found[session.id] = session
    ordered = sorted(found.values(), key=lambda session: session.started.at, reverse=True)
    return DiaryContent(tuple(ordered), bad_rows=bad_rows)
