"""The tables of the diary, and the steps that bring an older diary up to date."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from leanbreath.diary.moment import Moment
from leanbreath.diary.row_columns import moment_columns

STEPS = (
    """
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
    """,
    """
    ALTER TABLE session ADD COLUMN source TEXT;
    ALTER TABLE session ADD COLUMN place_seconds REAL;
    ALTER TABLE session ADD COLUMN effort INTEGER;
    ALTER TABLE session ADD COLUMN lean TEXT;
    ALTER TABLE session ADD COLUMN note TEXT;
    ALTER TABLE work ADD COLUMN hurt INTEGER NOT NULL DEFAULT 0;
    """,
    """
    CREATE TABLE new_session (
        id TEXT PRIMARY KEY,
        started INTEGER, started_offset INTEGER, started_day TEXT,
        ended INTEGER, ended_offset INTEGER, ended_day TEXT,
        felt INTEGER, felt_offset INTEGER, felt_day TEXT,
        ending TEXT,
        routine TEXT,
        title TEXT,
        planned_seconds REAL,
        source TEXT,
        place_seconds REAL,
        effort INTEGER,
        lean TEXT,
        note TEXT,
        revision INTEGER
    );
    CREATE TABLE new_work (
        session TEXT,
        place INTEGER,
        step TEXT,
        drill TEXT,
        title TEXT,
        side TEXT,
        number INTEGER,
        planned_seconds REAL,
        extra_seconds REAL,
        done_seconds REAL,
        at INTEGER, at_offset INTEGER, at_day TEXT,
        hurt_at INTEGER, hurt_at_offset INTEGER, hurt_at_day TEXT,
        PRIMARY KEY (session, place)
    );
    INSERT INTO new_session SELECT new_id(id, started, title),
        instant(started), utc_offset(started), calendar_day(started),
        instant(ended), utc_offset(ended), calendar_day(ended),
        NULL, NULL, NULL,
        ending, routine, title, planned_seconds, source, place_seconds, effort, lean, note, 0
        FROM session;
    INSERT INTO new_work SELECT new_id(session.id, session.started, session.title),
        place, step, drill, work.title, side, number, work.planned_seconds, extra_seconds, done_seconds,
        iif(done_seconds > 0, instant(started), NULL),
        iif(done_seconds > 0, utc_offset(started), NULL),
        iif(done_seconds > 0, calendar_day(started), NULL),
        iif(hurt, instant(started), NULL), iif(hurt, utc_offset(started), NULL), iif(hurt, calendar_day(started), NULL)
        FROM work JOIN session ON session.id = work.session;
    DROP TABLE work;
    DROP TABLE session;
    ALTER TABLE new_session RENAME TO session;
    ALTER TABLE new_work RENAME TO work;
    CREATE INDEX session_started ON session (started);
    """,
    """
    ALTER TABLE work ADD COLUMN ended_by TEXT;
    ALTER TABLE work ADD COLUMN reps INTEGER;
    """,
    """
    ALTER TABLE session ADD COLUMN pain TEXT;
    CREATE TABLE drill_return (
        session TEXT,
        drill TEXT,
        title TEXT,
        asked INTEGER, asked_offset INTEGER, asked_day TEXT,
        answer TEXT,
        PRIMARY KEY (session, drill)
    );
    """,
    """
    ALTER TABLE session ADD COLUMN kind TEXT;
    ALTER TABLE session ADD COLUMN fit_seconds REAL;
    ALTER TABLE session ADD COLUMN breath_seconds REAL;
    ALTER TABLE session ADD COLUMN plan TEXT;
    ALTER TABLE session ADD COLUMN week INTEGER;
    ALTER TABLE work ADD COLUMN stretch TEXT;
    ALTER TABLE work ADD COLUMN level INTEGER;
    ALTER TABLE work ADD COLUMN muscles TEXT;
    CREATE TABLE assessment (
        id TEXT PRIMARY KEY,
        at INTEGER, at_offset INTEGER, at_day TEXT,
        assessment TEXT,
        "values" TEXT,
        answer TEXT,
        checkup TEXT
    );
    CREATE TABLE "plan" (id TEXT PRIMARY KEY, at INTEGER, at_offset INTEGER, at_day TEXT, "action" TEXT, "plan" TEXT);
    CREATE TABLE level (id TEXT PRIMARY KEY, at INTEGER, at_offset INTEGER, at_day TEXT, drill TEXT, level INTEGER);
    CREATE TABLE deletion (id TEXT PRIMARY KEY, at INTEGER, at_offset INTEGER, at_day TEXT);
    CREATE INDEX session_day ON session (started_day);
    CREATE INDEX session_routine ON session (routine);
    ALTER TABLE session ADD COLUMN done_seconds REAL;
    ALTER TABLE session ADD COLUMN work_day TEXT;
    UPDATE session SET done_seconds = (SELECT total(work.done_seconds) FROM work WHERE work.session = session.id);
    UPDATE session SET work_day = (
        SELECT min(at_day) FROM work WHERE work.session = session.id AND work.done_seconds > 0
        HAVING count(*) = count(at_day) AND min(at_day) = max(at_day)
    );
    CREATE INDEX session_work_day ON session (work_day, done_seconds);
    CREATE INDEX work_drill ON work (drill, done_seconds DESC, at);
    CREATE INDEX work_static ON work (at_day, drill, stretch, muscles, side, session, done_seconds)
        WHERE stretch IS NULL OR stretch = 'static';
    """,
    "ALTER TABLE assessment ADD COLUMN real_changes TEXT;",
)
"""Step n leads from version n to version n + 1; a new diary has version 0.

Tuples are kept as JSON. The third step keeps times as instants. Before it, work had no time of its own: it gets that of
its session. The past keeps the day of the calendar that it had, and a time that can't be read stays as it is, for the
reader to skip. The seconds done in a session are kept with it, and their day if it is only one: so the history
needn't add up all work.
"""


class NewerVersion(Exception):
    """The diary was written by a newer program."""


def is_old(base: sqlite3.Connection) -> bool:
    """Return whether a diary lacks steps; raise `NewerVersion` if it has more than there are."""
    version = int(base.execute("PRAGMA user_version").fetchone()[0])
    if version > len(STEPS):
        raise NewerVersion
    return version < len(STEPS)


def migrate(base: sqlite3.Connection, before: Callable[[], object] = lambda: None) -> None:
    """Take the missing steps in one transaction, after `before`; another session may have taken them just before."""
    for function in (instant, utc_offset, calendar_day):
        base.create_function(function.__name__, 1, function, deterministic=True)
    base.create_function("new_id", 3, new_id, deterministic=True)
    base.isolation_level = None
    base.execute("BEGIN IMMEDIATE")
    version = int(base.execute("PRAGMA user_version").fetchone()[0])
    if version < len(STEPS):
        before()
    for step in STEPS[version:]:
        for statement in step.split(";"):
            base.execute(statement)
    base.execute(f"PRAGMA user_version = {max(version, len(STEPS))}")
    base.execute("COMMIT")


def instant(time: object) -> Any:
    """Return microseconds since 1970 for a time as text with its offset; the text itself if it can't be read."""
    columns = _columns(time)
    return columns["time"] if columns else time


def utc_offset(time: object) -> Any:
    """Return the offset of such a time in minutes."""
    columns = _columns(time)
    return columns["time_offset"] if columns else None


def calendar_day(time: object) -> Any:
    """Return the day of such a time on the calendar."""
    columns = _columns(time)
    return columns["time_day"] if columns else None


def new_id(id: object, started: object, title: object) -> str:
    """Return an id for a session that has only a number; the same on every machine that holds a copy of it."""
    from hashlib import sha256  # here, since few diaries are this old

    return sha256(f"{id} {started} {title}".encode()).hexdigest()[:32]


def _columns(time: object) -> dict[str, object]:
    try:
        at = datetime.fromisoformat(str(time))
        at = at if at.tzinfo else at.replace(tzinfo=UTC)
        return moment_columns("time", Moment(at, at.date()))
    except (ValueError, OverflowError):
        return {}
