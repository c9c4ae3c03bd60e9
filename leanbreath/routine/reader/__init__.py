"""Reads drill and routine files: the value, and every problem with its line and column."""

from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Generic, TypeVar

from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.problems import Place, Problem
from leanbreath.routine.reader.drill import settle_drill
from leanbreath.routine.reader.routine import Links, Unknown, settle_routine
from leanbreath.routine.reader.shape import WRONG, Shaper
from leanbreath.routine.reader.tree import Scalar, Table, decode, parse

T = TypeVar("T")


@dataclass(frozen=True)
class Reading(Generic[T]):
    """What a file says, or None, and the problems it has; a value with problems is not to be performed."""

    value: T | None
    problems: tuple[Problem, ...] = ()


def read_drill(raw: bytes, file: str) -> Reading[Drill]:
    """Read a drill file; its id must be its file name."""
    text, table, problems = _table(raw, file)
    if table is None:
        return Reading(None, _quoted(problems, text))
    shaper = Shaper()
    drill = settle_drill(shaper, table)
    _check_id(shaper, table, "drill", file)
    for key in ("goal", "position"):
        if table.get(key) is None:
            shaper.wrong(table.place, f'"{key}" is missing here', f'add it as "{key}: ..."')
    return Reading(None if drill is WRONG else drill, _quoted((*problems, *shaper.problems), text))


def read_routine(raw: bytes, file: str, links: Links) -> Reading[Routine]:
    """Read a routine file; its id must be its file name, drills and included routines are found by `links`."""
    text, table, problems = _table(raw, file)
    if table is None:
        return Reading(None, _quoted(problems, text))
    shaper = Shaper()
    routine = settle_routine(shaper, table, links)
    _check_id(shaper, table, "routine", file)
    return Reading(None if routine is WRONG else routine, _quoted((*problems, *shaper.problems), text))


def read_form(path: Path, form: type[T]) -> Reading[T]:
    """Read a file of keys with values into a form of one's own, such as a sound pack."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return Reading(None, (unreadable(path, error),))
    text, table, problems = _table(raw, str(path))
    shaper = Shaper()
    value = shaper.shape(form, table, "file") if table else WRONG
    return Reading(None if value is WRONG else value, _quoted((*problems, *shaper.problems), text))


def unreadable(path: Path, error: OSError) -> Problem:
    """Return the problem of a file that cannot be opened."""
    return Problem(Place(str(path)), f"the file cannot be read: {error.strerror}", "check its name and its rights")


def kind_of(raw: bytes, file: str) -> str | None:
    """Return whether a file is a "drill" or a "routine", by its keys; None where it is neither."""
    _, table, _ = _table(raw, file)
    return next((key for key in ("routine", "drill") if table and table.get(key) is not None), None)


def _table(raw: bytes, file: str) -> tuple[str, Table | None, tuple[Problem, ...]]:
    text, problems = decode(raw, file)
    if problems:
        return "", None, problems
    node, problems = parse(text, file)
    if isinstance(node, Table):
        return text, node, problems
    if not problems:
        empty = node is None or (isinstance(node, Scalar) and node.value is None)
        message = "the file is empty" if empty else "a file is keys with values, and this is something else"
        problems = (Problem(node.place if node else Place(file), message, 'begin with "drill: ..." or "routine: ..."'),)
    return text, None, problems


def _check_id(shaper: Shaper, table: Table, key: str, file: str) -> None:
    node, stem = table.get(key), PurePath(file).stem
    if isinstance(node, Scalar) and isinstance(node.value, str) and node.value != stem:
        shaper.wrong(
            node.place,
            f'the id "{node.value}" is not the name of the file',
            f'write "{key}: {stem}", or rename the file',
        )
    elif node is None:
        shaper.wrong(table.place, f'"{key}" is missing here', f'add it as "{key}: {stem}"')


def _quoted(problems: tuple[Problem, ...], text: str) -> tuple[Problem, ...]:
    """Return the problems in order, each with the author's own line."""
    lines = text.splitlines()
    unique = sorted(set(problems))
    return tuple(
        each._replace(quote=lines[each.place.line - 1]) if each.place.line <= len(lines) else each for each in unique
    )


__all__ = ["Links", "Reading", "Unknown", "kind_of", "read_drill", "read_form", "read_routine", "unreadable"]
