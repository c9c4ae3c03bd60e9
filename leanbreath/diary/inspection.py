"""What is to be known about a diary: what is in it, what can't be read, and what is next to it."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from leanbreath.diary.backup import backups
from leanbreath.diary.connection import DiaryError, file_version, reading
from leanbreath.diary.events import DiaryContent
from leanbreath.diary.fields import BadRow, Values
from leanbreath.diary.migrations import STEPS
from leanbreath.diary.recovery import damage
from leanbreath.diary.row_columns import COLUMNS, from_columns
from leanbreath.diary.store import Diary
from leanbreath.diary.tables import PARTS, ROWS
from leanbreath.diary.unsaved import unreadable_files, unsaved_events

VERSION = len(STEPS)
"""The version of a diary that is up to date."""


class UnreadableRow(NamedTuple):
    """A row that the program can't read, or that belongs to no session: its table, its number there, and its values."""

    table: str
    number: int
    values: Values


@dataclass(frozen=True)
class Inspection:
    """A diary as it was found.

    `error` says why it can't be read, and `damage` what is damaged; both are empty if nothing is. `unreadable_rows` are
    in the file, `waiting` counts the events that wait next to it, `unreadable_files` hold what is none.
    """

    path: Path
    exists: bool = True
    error: str = ""
    damage: str = ""
    version: int = VERSION
    content: DiaryContent = DiaryContent()  # noqa: RUF009 - it is frozen
    unreadable_rows: tuple[UnreadableRow, ...] = ()
    waiting: int = 0
    unreadable_files: tuple[Path, ...] = ()
    backups: tuple[Path, ...] = ()
    set_aside: tuple[Path, ...] = ()


def inspect(path: Path) -> Inspection:
    """Return how a diary is; nothing is changed."""
    found = Inspection(
        path,
        exists=path.exists(),
        waiting=len(unsaved_events(path)),
        unreadable_files=unreadable_files(path),
        backups=backups(path),
        set_aside=tuple(sorted(path.parent.glob(f"{path.stem}.damaged-*{path.suffix}"))),
    )
    if not found.exists:
        return found
    try:
        if reason := damage(path):
            return replace(found, damage=reason)
        with reading(path) as base:
            rows = tuple(find_unreadable(base))
        return replace(found, version=file_version(path), content=Diary(path).read(), unreadable_rows=rows)
    except DiaryError as error:
        return replace(found, error=error.reason)


def find_unreadable(base: sqlite3.Connection) -> Iterator[UnreadableRow]:
    """Yield the rows that can't be read, and those of sessions that can't be read or are missing."""
    sessions: set[object] = set()
    for table, row in ROWS.items():
        for each in base.execute(f'SELECT rowid AS "row number", * FROM "{table}"'):  # noqa: S608 - our own names
            values = dict(each)
            number = values.pop("row number")
            try:
                from_columns(row, [values.get(name) for name in COLUMNS[row]])
                if table in PARTS and values["session"] not in sessions:
                    raise BadRow("the row belongs to no session")
            except BadRow:
                yield UnreadableRow(table, number, values)
            else:
                sessions |= {values["id"]} if table == "session" else set()
