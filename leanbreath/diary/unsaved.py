"""Events that could not be written to the diary yet: one small file each next to it, read in at the next start."""

import json
from collections.abc import Iterator
from contextlib import suppress
from os import urandom
from pathlib import Path
from typing import NamedTuple

from leanbreath.atomic_write import write
from leanbreath.diary.events import Event
from leanbreath.diary.fields import BadRow
from leanbreath.diary.row_values import event_data, event_from_data

MAX_BYTES = 10_000_000
"""No event makes a larger file."""


class UnsavedEvent(NamedTuple):
    """A file, and the event in it."""

    file: Path
    event: Event


def unsaved_file(diary: Path, id: str) -> Path:
    """Return the file for an event that could not be written to a diary."""
    return diary.with_name(f"unsaved-{id}.json")


def keep(diary: Path, event: Event) -> None:
    """Write an event to its file, in place of an earlier state of it; raise `OSError`."""
    write(unsaved_file(diary, event.id), f"{json.dumps(event_data(event))}\n")


def discard(diary: Path, event: Event) -> None:
    """Remove the file of an event that is in the diary now, if it has one."""
    with suppress(OSError):
        unsaved_file(diary, event.id).unlink(missing_ok=True)


def unsaved_events(diary: Path) -> tuple[UnsavedEvent, ...]:
    """Return the events that wait next to a diary; a file with anything else is left alone."""
    return tuple(_read(diary.parent.glob("unsaved-*.json")))


def unreadable_files(diary: Path) -> tuple[Path, ...]:
    """Return the files next to a diary that should hold an event and don't."""
    readable = {each.file for each in unsaved_events(diary)}
    return tuple(sorted(set(diary.parent.glob("unsaved-*.json")) - readable))


def claim(diary: Path) -> tuple[UnsavedEvent, ...]:
    """Return the events that wait, their files renamed so that nobody else changes or removes them."""
    return tuple(_read(filter(None, (_claimed(each.file) for each in unsaved_events(diary)))))


def _claimed(file: Path) -> Path | None:
    """Return a file under a name of its own; None if it has gone."""
    name = file.with_name(f"{file.name.split('.')[0]}.{urandom(8).hex()}.json")
    try:
        return file.rename(name)
    except OSError:
        return None


def _read(files: Iterator[Path]) -> Iterator[UnsavedEvent]:
    for file in files:
        with suppress(OSError, ValueError, RecursionError, BadRow):
            if file.is_file() and file.stat().st_size <= MAX_BYTES:
                yield UnsavedEvent(file, event_from_data(json.loads(file.read_text("utf-8"))))
