"""Sessions that could not be written to the diary yet: one small file each next to it, read in at the next start."""

import json
from collections.abc import Iterator
from contextlib import suppress
from os import urandom
from pathlib import Path
from typing import NamedTuple

from leanbreath.atomic_write import write
from leanbreath.diary.events import SessionRow
from leanbreath.diary.row_values import BadRow, session_data, session_from_data

MAX_BYTES = 10_000_000
"""No session makes a larger file."""


class UnsavedSession(NamedTuple):
    """A file, and the session in it."""

    file: Path
    session: SessionRow


def unsaved_file(diary: Path, id: str) -> Path:
    """Return the file for a session that could not be written to a diary."""
    return diary.with_name(f"unsaved-{id}.json")


def keep(diary: Path, session: SessionRow) -> None:
    """Write a session to its file, in place of an earlier state of it; raise `OSError`."""
    write(unsaved_file(diary, session.id), f"{json.dumps(session_data(session))}\n")


def discard(diary: Path, session: SessionRow) -> None:
    """Remove the file of a session that is in the diary now, if it has one."""
    with suppress(OSError):
        unsaved_file(diary, session.id).unlink(missing_ok=True)


def unsaved_sessions(diary: Path) -> tuple[UnsavedSession, ...]:
    """Return the sessions that wait next to a diary; a file with anything else is left alone."""
    return tuple(_read(diary.parent.glob("unsaved-*.json")))


def claim(diary: Path) -> tuple[UnsavedSession, ...]:
    """Return the sessions that wait, their files renamed so that nobody else changes or removes them."""
    return tuple(_read(filter(None, (_claimed(each.file) for each in unsaved_sessions(diary)))))


def _claimed(file: Path) -> Path | None:
    """Return a file under a name of its own; None if it has gone."""
    name = file.with_name(f"{file.name.split('.')[0]}.{urandom(8).hex()}.json")
    try:
        return file.rename(name)
    except OSError:
        return None


def _read(files: Iterator[Path]) -> Iterator[UnsavedSession]:
    for file in files:
        with suppress(OSError, ValueError, RecursionError, BadRow):
            if file.is_file() and file.stat().st_size <= MAX_BYTES:
                yield UnsavedSession(file, session_from_data(json.loads(file.read_text("utf-8"))))
