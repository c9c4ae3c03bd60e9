"""What is read from any file: the value, and every problem with its line and column and the author's own line."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Generic, TypeVar

from leanbreath.routine.notation import is_id
from leanbreath.routine.problems import Place, Problem
from leanbreath.routine.reader.shape import MOST_PROBLEMS, WRONG, Shaper, TooMany
from leanbreath.routine.reader.tree import Scalar, Table, decode, parse

T = TypeVar("T")

LONGEST_MESSAGE = 1_000
"""So many letters of a message are shown."""


@dataclass(frozen=True)
class Reading(Generic[T]):
    """What a file says, or None, and the problems it has; a value with problems is not to be performed.

    `tree` and `text` are what it was read from, for those who have more to say about it.
    """

    value: T | None
    problems: tuple[Problem, ...] = ()
    tree: Table | None = field(default=None, compare=False)
    text: str = field(default="", compare=False)


def read(raw: bytes, file: str, settle: Callable[[Shaper, Table], Any]) -> Reading[Any]:
    """Read what is to be the content of a file, as its settler makes it."""
    text, table, problems = table_of(raw, file)
    if table is None:
        return Reading(None, quoted(problems, text))
    shaper = Shaper()
    try:
        value = settle(shaper, table)
    except TooMany:
        value = WRONG
    problems = quoted(_first((*problems, *shaper.problems)), text)
    return Reading(None if value is WRONG else value, problems, table, text)


def _first(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the first of too many problems, and that there are more."""
    if len(problems) <= MOST_PROBLEMS:
        return problems
    *told, more = sorted(problems)[: MOST_PROBLEMS + 1]
    return (*told, Problem(more.place, f"{MOST_PROBLEMS:,} mistakes stand before this", "mend them, then check again"))


def table_of(raw: bytes, file: str) -> tuple[str, Table | None, tuple[Problem, ...]]:
    """Return the text of a file, its keys with values, and what keeps them from being read."""
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


def check_id(shaper: Shaper, table: Table, key: str, file: str) -> None:
    """Note an id that is missing, or not the name of its file; a file whose name is no id must be renamed."""
    node, path = table.get(key), PurePath(file)
    given = node.value if isinstance(node, Scalar) and isinstance(node.value, str) and is_id(node.value) else ""
    meant = path.stem if is_id(path.stem) else given or id_like(path.stem)
    rename = "" if is_id(path.stem) else f"rename the file to {meant or 'my-' + key}{path.suffix}"
    if node is not None and given and given != path.stem:
        fix = rename or f'write "{key}: {meant}", or rename the file'
        shaper.wrong(node.place, f'the id "{given}" is not the name of the file', fix)
    elif not shaper.has(table, key):
        add = f'add it as "{key}: {meant or "my-" + key}"'
        shaper.wrong(table.place, f'"{key}" is missing here', f"{rename}, and {add}" if rename else add)


def id_like(text: str) -> str:
    """Return the id that a text suggests, as far as it has letters and digits for one."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))[:64].strip("-")


def quoted(problems: tuple[Problem, ...], text: str) -> tuple[Problem, ...]:
    """Return the problems of a file in order, each with the author's own line."""
    if not problems:
        return ()
    lines = ["", *text.splitlines()]
    return tuple(
        each._replace(
            message=_brief(each.message),
            fix=_brief(each.fix),
            quote=lines[each.place.line] if each.place.line < len(lines) else "",
        )
        for each in sorted(set(problems))
    )


def _brief(text: str) -> str:
    """Return a text without its middle where it is longer than anybody reads."""
    return text if len(text) <= LONGEST_MESSAGE else f"{text[: LONGEST_MESSAGE // 2]} … {text[-LONGEST_MESSAGE // 4 :]}"
