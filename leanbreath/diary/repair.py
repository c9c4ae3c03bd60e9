"""Repairs a diary and loses nothing: whatever doesn't belong in it is in a file next to it afterwards."""

import json
from datetime import datetime
from os import urandom
from pathlib import Path
from typing import Any

from leanbreath.atomic_write import write
from leanbreath.diary.backup import back_up
from leanbreath.diary.connection import file_version, named_errors, reading, writing
from leanbreath.diary.inspection import VERSION, UnreadableRow, find_unreadable
from leanbreath.diary.recovery import check_diary
from leanbreath.diary.store import Diary
from leanbreath.diary.tables import PARTS, add_up
from leanbreath.diary.unsaved import unsaved_events


def repair(path: Path, now: datetime) -> tuple[str, ...]:
    """Repair a diary, and return what was done, nothing if nothing was; raise `DiaryError`.

    A damaged file is set aside, and a new one begins with what can be read from it. Rows that can't be read are moved
    to a file, after a backup. What waits next to the diary is read in.
    """
    done = list(check_diary(path, now))
    if path.exists():
        done += _bring_up_to_date(path)
        done += _move_unreadable(path, now)
    if waiting := len(unsaved_events(path)):
        Diary(path).import_unsaved()
        done.append(f"read in {waiting} record{'' if waiting == 1 else 's'} that waited next to the diary")
    return tuple(done)


def _bring_up_to_date(path: Path) -> list[str]:
    version = file_version(path)
    if version == VERSION:
        return []
    with writing(path):
        return [f"brought the diary from version {version} to version {VERSION}, after a backup"]


def _move_unreadable(path: Path, now: datetime) -> list[str]:
    with reading(path) as base:
        if not any(find_unreadable(base)):
            return []
    with named_errors(path):
        backup = back_up(path.resolve())
    with writing(path) as base:
        rows = tuple(find_unreadable(base))
        file = path.with_name(f"{path.stem}.unreadable-{now:%Y%m%d-%H%M%S}-{urandom(2).hex()}.jsonl")
        write(file, "".join(f"{_line(row)}\n" for row in rows))  # it is on the disk before the rows are gone
        for row in rows:
            base.execute(f'DELETE FROM "{row.table}" WHERE rowid = ?', (row.number,))  # noqa: S608 - our own names
        for session in {row.values["session"] for row in rows if row.table in PARTS}:
            add_up(base, session)
    count = f"{len(rows)} row{'' if len(rows) == 1 else 's'}"
    return [f"made the backup {backup.name}", f"moved {count} that can't be read to {file.name}"]


def _line(row: UnreadableRow) -> str:
    return json.dumps({"table": row.table, **row.values}, default=_as_text)


def _as_text(value: Any) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)
