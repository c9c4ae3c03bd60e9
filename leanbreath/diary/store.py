"""The diary: an SQLite file with each session and each piece of work done in it."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

VERSION = 1
SCHEMA = """
CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    ended TEXT,
    ending TEXT,
    routine TEXT,
    title TEXT NOT NULL,
    planned_seconds REAL NOT NULL
);
CREATE TABLE work (
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    place INTEGER NOT NULL,
    step TEXT NOT NULL,
    drill TEXT,
    title TEXT NOT NULL,
    side TEXT,
    number INTEGER NOT NULL,
    planned_seconds REAL NOT NULL,
    extra_seconds REAL NOT NULL,
    done_seconds REAL NOT NULL,
    PRIMARY KEY (session, place)
);
"""


class DiaryError(Exception):
    """Says why the diary cannot be used."""


@dataclass(frozen=True)
class WorkRow:
    """One set of one side of a drill in a session."""

    place: int
    step: str
    drill: str | None
    title: str
    side: str | None
    number: int
    planned_seconds: float
    extra_seconds: float
    done_seconds: float


@dataclass(frozen=True)
class SessionRow:
    """A session; one that was killed has no `ended`, and what it had done all the same."""

    id: int
    started: datetime
    ended: datetime | None
    ending: str | None
    routine: str | None
    title: str
    planned_seconds: float
    done_seconds: float
    work: tuple[WorkRow, ...]


class Diary:
    """The diary in one file; each call is a transaction of its own, so that a kill loses nothing that was written."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def begin(self, started: datetime, routine: str | None, title: str, planned_seconds: float) -> int:
        """Write that a session begins; return its number."""
        with self._open() as base:
            cursor = base.execute(
                "INSERT INTO session (started, routine, title, planned_seconds) VALUES (?, ?, ?, ?)",
                (started.isoformat(), routine, title, planned_seconds),
            )
            return cursor.lastrowid or 0

    def keep(self, session: int, work: Iterable[WorkRow]) -> None:
        """Write how far each piece of work has come; what was written before is replaced."""
        columns = tuple(WorkRow.__dataclass_fields__)
        marks = ", ".join("?" * (len(columns) + 1))
        with self._open() as base:
            base.executemany(
                f"INSERT OR REPLACE INTO work (session, {', '.join(columns)}) VALUES ({marks})",  # noqa: S608 - our own names
                [(session, *(getattr(row, column) for column in columns)) for row in work],
            )

    def end(self, session: int, ended: datetime, ending: str) -> None:
        """Write that a session is over, and how: done, left, stopped or fault."""
        with self._open() as base:
            base.execute("UPDATE session SET ended = ?, ending = ? WHERE id = ?", (ended.isoformat(), ending, session))

    def sessions(self) -> tuple[SessionRow, ...]:
        """Return every session, the latest first."""
        if not self._path.exists():
            return ()
        with self._open() as base:
            rows = base.execute("SELECT * FROM session ORDER BY started DESC, id DESC").fetchall()
            return tuple(self._session(base, row) for row in rows)

    def count(self, routine: str) -> int:
        """Return how many sessions of a routine have been begun."""
        if not self._path.exists():
            return 0
        with self._open() as base:
            found = base.execute("SELECT count(*) FROM session WHERE routine = ?", (routine,)).fetchone()
            return int(found[0])

    def _session(self, base: sqlite3.Connection, row: sqlite3.Row) -> SessionRow:
        found = base.execute("SELECT * FROM work WHERE session = ? ORDER BY place", (row["id"],))
        work = tuple(WorkRow(**{name: each[name] for name in WorkRow.__dataclass_fields__}) for each in found)
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
        )

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=5)) as base:
                base.row_factory = sqlite3.Row
                _prepare(base, self._path)
                with base:
                    yield base
        except (sqlite3.Error, OSError) as error:
            raise DiaryError(f"the diary {self._path} cannot be used: {error}") from error


def _prepare(base: sqlite3.Connection, path: Path) -> None:
    version = base.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise DiaryError(f"the diary {path} was written by a newer leanbreath; install that one")
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA synchronous = NORMAL")
    if version == 0:
        _create(base)


def _create(base: sqlite3.Connection) -> None:
    """Make the tables, unless another session has just made them."""
    base.isolation_level = None
    base.execute("BEGIN IMMEDIATE")
    if base.execute("PRAGMA user_version").fetchone()[0] == 0:
        for statement in SCHEMA.split(";"):
            base.execute(statement)
        base.execute(f"PRAGMA user_version = {VERSION}")
    base.execute("COMMIT")
    base.isolation_level = "DEFERRED"
