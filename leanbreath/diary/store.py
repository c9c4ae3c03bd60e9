"""The diary: an SQLite file with every session and the work done in it."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import fields
from datetime import datetime
from pathlib import Path

from leanbreath.diary.events import SessionRow, WorkRow
from leanbreath.diary.migrations import NewerVersion, prepare
from leanbreath.routine.problems import InvalidRequest

LOCK_SECONDS = 5.0
"""How long a call waits for another program that is writing."""

WORK_COLUMNS = tuple(field.name for field in fields(WorkRow))


class DiaryError(InvalidRequest):
    """Says why the diary cannot be used."""


class Diary:
    """The diary in one file; each call is a transaction of its own, so a kill loses nothing that was written."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def begin_session(
        self, started: datetime, routine: str | None, title: str, planned_seconds: float, source: str | None = None
    ) -> int:
        """Write that a session begins; return its id."""
        with self._open() as base:
            cursor = base.execute(
                "INSERT INTO session (started, routine, title, planned_seconds, source) VALUES (?, ?, ?, ?, ?)",
                (started.isoformat(), routine, title, planned_seconds, source),
            )
            return cursor.lastrowid or 0

    def save_progress(self, session: int, work: Iterable[WorkRow], place_seconds: float | None = None) -> None:
        """Write all work of a session so far, in place of what was written before, and how far the runner got."""
        marks = ", ".join("?" * (len(WORK_COLUMNS) + 1))
        with self._open() as base:
            base.execute("UPDATE session SET place_seconds = ? WHERE id = ?", (place_seconds, session))
            base.execute("DELETE FROM work WHERE session = ?", (session,))
            base.executemany(
                f"INSERT INTO work (session, {', '.join(WORK_COLUMNS)}) VALUES ({marks})",  # noqa: S608 - our own names
                [(session, *(getattr(row, column) for column in WORK_COLUMNS)) for row in work],
            )

    def end_session(self, session: int, ended: datetime, ending: str) -> None:
        """Write when a session ended, and how: done, left, stopped or fault."""
        with self._open() as base:
            base.execute("UPDATE session SET ended = ?, ending = ? WHERE id = ?", (ended.isoformat(), ending, session))

    def save_feedback(self, session: int, effort: int | None, lean: str | None, note: str | None) -> None:
        """Write how a session felt."""
        with self._open() as base:
            row = (effort, lean, note, session)
            base.execute("UPDATE session SET effort = ?, lean = ?, note = ? WHERE id = ?", row)

    def sessions(self) -> tuple[SessionRow, ...]:
        """Return every session, the latest first."""
        if not self._path.exists():
            return ()
        with self._open() as base:
            rows = base.execute("SELECT * FROM session ORDER BY started DESC, id DESC").fetchall()
            work = _work_by_session(base)
        return tuple(_session(row, tuple(work[row["id"]])) for row in rows)

    def is_empty(self) -> bool:
        """Return whether there is no session yet."""
        if not self._path.exists():
            return True
        with self._open() as base:
            return base.execute("SELECT 1 FROM session LIMIT 1").fetchone() is None

    def count_sessions(self, routine: str) -> int:
        """Return how many sessions of a routine were begun."""
        if not self._path.exists():
            return 0
        with self._open() as base:
            found = base.execute("SELECT count(*) FROM session WHERE routine = ?", (routine,)).fetchone()
            return int(found[0])

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=LOCK_SECONDS)) as base:
                base.row_factory = sqlite3.Row
                prepare(base)
                with base:
                    yield base
        except NewerVersion:
            raise DiaryError(f"the diary {self._path} was written by a newer leanbreath; update leanbreath") from None
        except (sqlite3.Error, OSError) as error:
            raise DiaryError(f"the diary {self._path} cannot be used: {error}") from error


def _work_by_session(base: sqlite3.Connection) -> dict[int, list[WorkRow]]:
    work: dict[int, list[WorkRow]] = defaultdict(list)
    for row in base.execute("SELECT * FROM work ORDER BY session, place"):
        values = {column: row[column] for column in WORK_COLUMNS}
        work[row["session"]].append(WorkRow(**{**values, "hurt": bool(row["hurt"])}))
    return work


def _session(row: sqlite3.Row, work: tuple[WorkRow, ...]) -> SessionRow:
    return SessionRow(
        id=row["id"],
        started=datetime.fromisoformat(row["started"]),
        ended=datetime.fromisoformat(row["ended"]) if row["ended"] else None,
        ending=row["ending"],
        routine=row["routine"],
        title=row["title"],
        planned_seconds=row["planned_seconds"],
        done_seconds=sum(each.done_seconds for each in work),
        work=work,
        **{name: row[name] for name in ("source", "place_seconds", "effort", "lean", "note")},
    )
