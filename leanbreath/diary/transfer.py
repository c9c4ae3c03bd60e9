"""Diaries as text that travels: all events in one of two formats, and back."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, get_args

from leanbreath.diary.csv_rows import csv_lines, read_csv
from leanbreath.diary.event_file import ReadEvents
from leanbreath.diary.events import Event, SessionRow
from leanbreath.diary.json_lines import json_lines, read_json_lines
from leanbreath.routine.problems import Place, Problem

Format = Literal["jsonl", "csv"]

FORMATS: tuple[Format, ...] = get_args(Format)

LINES: dict[Format, Callable[[Iterable[Event]], Iterator[str]]] = {"jsonl": json_lines, "csv": csv_lines}

MAX_BYTES = 256_000_000
"""A larger file is not read; ten thousand sessions make a file of a quarter of this."""


def exported(events: Iterable[Event], format: Format) -> Iterator[str]:
    """Yield the lines of a file with some events, in an order that is the same on every machine."""
    return LINES[format](sorted(events, key=_instant))


def imported(content: bytes, file: str) -> ReadEvents:
    """Return the events in the content of a file of either format, and its mistakes by line."""
    if len(content) > MAX_BYTES:
        return _refused(file, 1, "the file is larger than 256 MB", "split it, each part with its first line")
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return _refused(file, content.count(b"\n", 0, error.start) + 1, "this isn't UTF-8", "save the file as UTF-8")
    if not text.strip():
        return _refused(file, 1, "the file is empty", "write one with leanbreath diary export -o FILE")
    is_json = text.lstrip().startswith(("{", "["))
    return read_json_lines(text, file) if is_json else read_csv(text, file)


def _refused(file: str, line: int, message: str, fix: str) -> ReadEvents:
    return ReadEvents((), (Problem(Place(file, line), message, fix),))


def _instant(event: Event) -> tuple[object, ...]:
    return (event.started if isinstance(event, SessionRow) else event.at).at, event.id
