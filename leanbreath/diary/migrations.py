"""The tables of the diary, and the steps that bring an older diary up to date."""

import sqlite3

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
)
"""Step n leads from version n to version n + 1; a new diary has version 0."""


class NewerVersion(Exception):
    """The diary was written by a newer program."""


def prepare(base: sqlite3.Connection) -> None:
    """Set up a connection and bring the tables up to date; leave a newer diary alone and raise `NewerVersion`."""
    if _version(base) > len(STEPS):
        raise NewerVersion
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA synchronous = NORMAL")
    if _version(base) < len(STEPS):
        _take_steps(base)


def _take_steps(base: sqlite3.Connection) -> None:
    """Take the missing steps in one transaction; another session may have taken them just before."""
    base.isolation_level = None
    base.execute("BEGIN IMMEDIATE")
    for step in STEPS[_version(base) :]:
        for statement in step.split(";"):
            base.execute(statement)
    base.execute(f"PRAGMA user_version = {len(STEPS)}")
    base.execute("COMMIT")
    base.isolation_level = "DEFERRED"


def _version(base: sqlite3.Connection) -> int:
    return int(base.execute("PRAGMA user_version").fetchone()[0])
