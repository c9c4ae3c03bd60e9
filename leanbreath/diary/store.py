"""The diary: an SQLite file with each session and each piece of work done in it."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

VERSION = 2
SCHEMA = """
CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    ended TEXT,
    ending TEXT,
    routine TEXT,
    title TEXT NOT NULL,
    planned_seconds REAL NOT NULL,
    source TEXT,
    place_seconds REAL,
    effort INTEGER,
    lean TEXT,
    note TEXT
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
    hurt INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (session, place)
);
"""

FROM_1 = """
ALTER TABLE session ADD COLUMN source TEXT;
ALTER TABLE session ADD COLUMN place_seconds REAL;
ALTER TABLE session ADD COLUMN effort INTEGER;
ALTER TABLE session ADD COLUMN lean TEXT;
ALTER TABLE session ADD COLUMN note TEXT;
ALTER TABLE work ADD COLUMN hurt INTEGER NOT NULL DEFAULT 0;
"""
"""What a diary of the first version lacks."""


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
    hurt: bool = False


@dataclass(frozen=True)
class SessionRow:
    """A session; one that was killed has no `ended`, and what it had done all the same.

    `source` is the id or file it was begun by, `place_seconds` how far into it the runner had come; `effort` is 0 to
    10, `lean` says whether leaning felt easier, same or harder.
    """

    id: int
    started: datetime
    ended: datetime | None
    ending: str | None
    routine: str | None
    title: str
    planned_seconds: float
    done_seconds: float
    work: tuple[WorkRow, ...]
    source: str | None = None
    place_seconds: float | None = None
    effort: int | None = None
    lean: str | None = None
    note: str | None = None


class Diary:
    """The diary in one file; each call is a transaction of its own, so that a kill loses nothing that was written."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def begin(
        self, started: datetime, routine: str | None, title: str, planned_seconds: float, source: str | None = None
    ) -> int:
        """Write that a session begins; return its number."""
        with self._open() as base:
            cursor = base.execute(
                "INSERT INTO session (started, routine, title, planned_seconds, source) VALUES (?, ?, ?, ?, ?)",
                (started.isoformat(), routine, title, planned_seconds, source),
            )
            return cursor.lastrowid or 0

    def keep(self, session: int, work: Iterable[WorkRow], place_seconds: float | None = None) -> None:
        """Write how far each piece of work, and the whole, has come; what was written before is replaced."""
        columns = tuple(WorkRow.__dataclass_fields__)
        marks = ", ".join("?" * (len(columns) + 1))
        with self._open() as base:
            base.execute("UPDATE session SET place_seconds = ? WHERE id = ?", (place_seconds, session))
            base.execute("DELETE FROM work WHERE session = ?", (session,))
            base.executemany(
                f"INSERT INTO work (session, {', '.join(columns)}) VALUES ({marks})",  # noqa: S608 - our own names
                [(session, *(getattr(row, column) for column in columns)) for row in work],
            )

    def end(self, session: int, ended: datetime, ending: str) -> None:
        """Write that a session is over, and how: done, left, stopped or fault."""
        with self._open() as base:
            base.execute("UPDATE session SET ended = ?, ending = ? WHERE id = ?", (ended.isoformat(), ending, session))

    def tell(self, session: int, effort: int | None, lean: str | None, note: str | None) -> None:
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
            return tuple(self._session(base, row) for row in rows)

    def unfinished(self) -> SessionRow | None:
        """Return the latest session, if it was broken off and can be found again; None otherwise."""
        latest = next(iter(self.sessions()), None)
        broken = latest is not None and latest.ending != "done" and latest.source and latest.place_seconds
        return latest if broken else None

    def hurt(self, day: date) -> tuple[str, ...]:
        """Return the drills that hurt on a day, each once: by id, or by title where they have none."""
        today = (session for session in self.sessions() if session.started.date() == day)
        rows = (row for session in today for row in session.work if row.hurt)
        return tuple(dict.fromkeys(row.drill or row.title for row in rows))

    def empty(self) -> bool:
        """Return whether there is no session yet."""
        if not self._path.exists():
            return True
        with self._open() as base:
            return base.execute("SELECT 1 FROM session LIMIT 1").fetchone() is None

    def count(self, routine: str) -> int:
        """Return how many sessions of a routine have been begun."""
        if not self._path.exists():
            return 0
        with self._open() as base:
            found = base.execute("SELECT count(*) FROM session WHERE routine = ?", (routine,)).fetchone()
            return int(found[0])

    def _session(self, base: sqlite3.Connection, row: sqlite3.Row) -> SessionRow:
        found = base.execute("SELECT * FROM work WHERE session = ? ORDER BY place", (row["id"],))
        columns = [name for name in WorkRow.__dataclass_fields__ if name != "hurt"]
        work = tuple(WorkRow(**{name: each[name] for name in columns}, hurt=bool(each["hurt"])) for each in found)
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
    if version < VERSION:
        _bring_up(base)


def _bring_up(base: sqlite3.Connection) -> None:
    """Make the tables, or what they lack, unless another session has just done so."""
    base.isolation_level = None
    base.execute("BEGIN IMMEDIATE")
    if (version := base.execute("PRAGMA user_version").fetchone()[0]) < VERSION:
        for statement in (FROM_1 if version else SCHEMA).split(";"):
            base.execute(statement)
        base.execute(f"PRAGMA user_version = {VERSION}")
    base.execute("COMMIT")
    base.isolation_level = "DEFERRED"
