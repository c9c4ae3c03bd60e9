"""Reads what can still be read from a damaged diary: row by row, around the pages that are damaged."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from leanbreath.diary.events import Event
from leanbreath.diary.migrations import STEPS, migrate
from leanbreath.diary.sqlite_file import connect
from leanbreath.diary.tables import ROWS, read_events

MAX_QUERIES = 30_000
"""After so many tries to read a table, the rest of it is given up."""

MAX_BYTES = 2**31
"""A file is not completed beyond this."""

MAX_ROW = 2**31
"""No diary has more rows; where its last one can't be found, they are looked for up to here."""

Columns = tuple[str, ...]


def readable_events(path: Path) -> tuple[Event, ...]:
    """Return every event that can still be read from a damaged diary of any version; the file is left alone."""
    with closing(connect(":memory:")) as sound:
        with suppress(sqlite3.Error, OSError), TemporaryDirectory() as folder, _opened(path, Path(folder)) as damaged:
            _make_tables(sound, _columns(damaged, "session"))
            for table in ROWS:
                _copy_rows(damaged, sound, table)
        migrate(sound)
        return tuple(read_events(sound)[0])


def _opened(path: Path, folder: Path) -> "closing[sqlite3.Connection]":
    """Return a connection to a copy of a file, as long as its header says, with what was not yet merged into it."""
    copy = folder / "damaged.sqlite3"
    shutil.copyfile(path, copy)
    wal = path.with_name(f"{path.name}-wal")
    if wal.exists():
        shutil.copyfile(wal, folder / "damaged.sqlite3-wal")
    with copy.open("r+b") as file:
        header = file.read(32)
        page_size = int.from_bytes(header[16:18], "big")
        length = (65536 if page_size == 1 else page_size) * int.from_bytes(header[28:32], "big")
        if copy.stat().st_size < length <= MAX_BYTES:
            file.truncate(length)
    return closing(connect(copy.as_uri()))


def _make_tables(base: sqlite3.Connection, columns: Columns) -> None:
    """Make the tables of the version that has these columns of a session."""
    if "started_day" in columns:
        migrate(base)
        return
    for statement in ";".join(STEPS[:2]).split(";"):
        base.execute(statement)
    base.execute("PRAGMA user_version = 2")


def _copy_rows(damaged: sqlite3.Connection, sound: sqlite3.Connection, table: str) -> None:
    """Copy each row of a table that can be read and that the sound table takes."""
    with suppress(sqlite3.Error):
        known = _columns(sound, table)
        shared = tuple(name for name in _columns(damaged, table) if name in known)
        names, marks = ", ".join(f'"{name}"' for name in shared), ", ".join("?" * len(shared))
        for row in _rows(damaged, table, names) if shared else ():
            with suppress(sqlite3.Error):
                sound.execute(f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})', tuple(row)[1:])  # noqa: S608 - our own names


def _rows(base: sqlite3.Connection, table: str, names: str) -> Iterator[sqlite3.Row]:
    """Yield each readable row after its number; a range with an unreadable one is halved until that is alone."""
    ranges = [_range(base, table)]
    query = f'SELECT rowid, {names} FROM "{table}" WHERE rowid BETWEEN ? AND ? ORDER BY rowid'  # noqa: S608 - our own names
    for _ in range(MAX_QUERIES):
        if not ranges:
            return
        first, last = ranges.pop()
        try:
            for row in base.execute(query, (first, last)):
                yield row
                first = row[0] + 1
        except sqlite3.DatabaseError:
            if first < last:
                middle = (first + last) // 2
                ranges += [(middle + 1, last), (first, middle)]


def _range(base: sqlite3.Connection, table: str) -> tuple[int, int]:
    """Return the first and the last number of a row."""
    try:
        first, last = base.execute(f'SELECT min(rowid), max(rowid) FROM "{table}"').fetchone()  # noqa: S608 - our own names
        return (first, last) if first is not None else (0, 0)
    except sqlite3.DatabaseError:
        return 0, MAX_ROW


def _columns(base: sqlite3.Connection, table: str) -> Columns:
    return tuple(row["name"] for row in base.execute(f"PRAGMA table_info({table})"))
