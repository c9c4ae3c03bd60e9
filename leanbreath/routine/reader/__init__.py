"""Reads drill, routine, plan, pose and check files: the value, and every problem with its line and column."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any, Generic, TypeVar

from leanbreath.routine.check import Check
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.notation import is_id
from leanbreath.routine.plan import Plan
from leanbreath.routine.pose import MOST_FRAMES, Pose
from leanbreath.routine.problems import Place, Problem, nearest
from leanbreath.routine.reader.contents import contents
from leanbreath.routine.reader.drill import check_allowed, settle_drill
from leanbreath.routine.reader.plan import check_names
from leanbreath.routine.reader.routine import Links, Unknown, settle_routine
from leanbreath.routine.reader.shape import MOST_PROBLEMS, WRONG, Shaper, TooMany
from leanbreath.routine.reader.tree import Items, Scalar, Table, decode, parse

T = TypeVar("T")

LONGEST_MESSAGE = 1_000
"""So many letters of a message are shown."""

HEADS = ("routine", "drill", "plan", "pose", "check", "pack", "limiters", "sources")
"""The key that tells what a file is."""

HEAD = re.compile(rb"^(?:\xef\xbb\xbf)?(" + "|".join(HEADS).encode() + rb"):(?=\s|$)", re.MULTILINE)
"""Such a key where almost every author writes it, at the start of a line; a drill may have sources too."""


SIGNS = {
    "steps": "routine",
    "weeks": "plan",
    "frames": "pose",
    "measures": "check",
    "goal": "drill",
    "position": "drill",
}
"""Keys that only one kind of file has."""


@dataclass(frozen=True)
class Reading(Generic[T]):
    """What a file says, or None, and the problems it has; a value with problems is not to be performed.

    `tree` and `text` are what it was read from, for those who have more to say about it.
    """

    value: T | None
    problems: tuple[Problem, ...] = ()
    tree: Table | None = field(default=None, compare=False)
    text: str = field(default="", compare=False)


def read_drill(raw: bytes, file: str) -> Reading[Drill]:
    """Read a drill file; its id must be its file name."""

    def settle(shaper: Shaper, table: Table) -> Any:
        drill = settle_drill(shaper, table)
        _check_id(shaper, table, "drill", file)
        check_allowed(shaper, table)
        for key in ("goal", "position"):
            if not shaper.has(table, key):
                shaper.wrong(table.place, f'"{key}" is missing here', f'add it as "{key}: ..."')
        return drill

    return _read(raw, file, settle)


def read_routine(raw: bytes, file: str, links: Links) -> Reading[Routine]:
    """Read a routine file; its id must be its file name, drills and included routines are found by `links`."""

    def settle(shaper: Shaper, table: Table) -> Any:
        routine = settle_routine(shaper, table, links)
        _check_id(shaper, table, "routine", file)
        return routine

    return _read(raw, file, settle)


def read_plan(raw: bytes, file: str, links: Links) -> Reading[Plan]:
    """Read a plan file; its id must be its file name, what it names is found by `links`."""

    def settle(shaper: Shaper, table: Table) -> Any:
        plan = shaper.shape(Plan, table, "plan")
        _check_id(shaper, table, "plan", file)
        check_allowed(shaper, table)
        check_names(shaper, table, links)
        return plan

    return _read(raw, file, settle)


def read_pose(raw: bytes, file: str) -> Reading[Pose]:
    """Read a pose file; its id must be its file name."""

    def settle(shaper: Shaper, table: Table) -> Any:
        pose = shaper.shape(Pose, table, "pose")
        _check_id(shaper, table, "pose", file)
        frames = table.get("frames")
        if isinstance(frames, Items) and not 1 <= len(frames.items) <= MOST_FRAMES:
            message = f"a pose has 1 to {MOST_FRAMES} frames, not {len(frames.items)}"
            return shaper.wrong(frames.place, message, "write how the body lies or stands in each")
        return pose

    return _read(raw, file, settle)


def read_check(raw: bytes, file: str) -> Reading[Check]:
    """Read a check file; its id must be its file name."""

    def settle(shaper: Shaper, table: Table) -> Any:
        check = shaper.shape(Check, table, "check")
        _check_id(shaper, table, "check", file)
        return check

    return _read(raw, file, settle)


def read_form(path: Path, form: Any) -> Reading[Any]:
    """Read a file of keys with values into a form of one's own, such as a sound pack."""
    raw = contents(path)
    return Reading(None, (raw,)) if isinstance(raw, Problem) else read_form_in(raw, str(path), form)


def read_form_in(raw: bytes, file: str, form: Any) -> Reading[Any]:
    """Read what is to be the content of a file of keys with values."""
    return _read(raw, file, lambda shaper, table: shaper.shape(form, table, "file"))


def kind_of(raw: bytes, file: str) -> str | None:
    """Return what a file is, by its keys: the first of `HEADS` that it has, or what it seems to be meant for."""
    found = {head.decode() for head in HEAD.findall(raw)}
    if found <= {"sources"}:
        _, table, _ = _table(raw, file)
        return _likely([entry.key for entry in table.entries]) if table else None
    return next(key for key in HEADS if key in found)


def _likely(keys: list[str]) -> str | None:
    """Return what a file with these keys is; without a head, by a misspelt one or by what only one kind has."""
    heads = [head for head in HEADS if head in keys and (head != "sources" or len(keys) == 1)]
    meant = [nearest(key, HEADS[:5]) for key in keys[:1]]
    signs = [kind for sign, kind in SIGNS.items() if sign in keys]
    return next((kind for kind in (*heads, *meant, *signs) if kind), None)


def _read(raw: bytes, file: str, settle: Callable[[Shaper, Table], Any]) -> Reading[Any]:
    text, table, problems = _table(raw, file)
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
    if isinstance(node, Scalar) and isinstance(node.value, str) and is_id(node.value) and node.value != stem:
        shaper.wrong(
            node.place,
            f'the id "{node.value}" is not the name of the file',
            f'write "{key}: {stem}", or rename the file',
        )
    elif not shaper.has(table, key):
        shaper.wrong(table.place, f'"{key}" is missing here', f'add it as "{key}: {stem}"')


def quoted(problems: tuple[Problem, ...], text: str) -> tuple[Problem, ...]:
    """Return the problems of a file in order, each with the author's own line."""
    if not problems:
        return ()
    lines = ["", *text.splitlines()]
    return tuple(
        each._replace(
            message=_brief(each.message),
            cure=_brief(each.cure),
            quote=lines[each.place.line] if each.place.line < len(lines) else "",
        )
        for each in sorted(set(problems))
    )


def _brief(text: str) -> str:
    """Return a text without its middle where it is longer than anybody reads."""
    return text if len(text) <= LONGEST_MESSAGE else f"{text[: LONGEST_MESSAGE // 2]} … {text[-LONGEST_MESSAGE // 4 :]}"


__all__ = [
    "HEADS",
    "Links",
    "Reading",
    "Unknown",
    "contents",
    "kind_of",
    "quoted",
    "read_check",
    "read_drill",
    "read_form",
    "read_form_in",
    "read_plan",
    "read_pose",
    "read_routine",
]
