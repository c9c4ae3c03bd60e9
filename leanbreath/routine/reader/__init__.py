"""Reads drill and routine files; the rooms beside this one read what is rarer, and are loaded when it is asked for."""

import re
from pathlib import Path, PurePath
from typing import Any

from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.problems import Problem, nearest
from leanbreath.routine.reader.contents import contents
from leanbreath.routine.reader.drill import check_allowed, settle_drill
from leanbreath.routine.reader.reading import Reading, check_id, quoted, read, table_of
from leanbreath.routine.reader.routine import Links, Unknown, settle_routine
from leanbreath.routine.reader.shape import Shaper
from leanbreath.routine.reader.tree import Table

HEADS = ("routine", "drill", "plan", "pose", "assessment", "pack", "limiters", "sources")
"""The key that tells what a file is."""

HEAD = re.compile(rb"^(?:\xef\xbb\xbf)?(" + "|".join(HEADS).encode() + rb"):(?=\s|$)", re.MULTILINE)
"""Such a key where almost every author writes it, at the start of a line; a drill may have sources too."""


PHRASES = "phrases"
"""A file of what is said in another language, and the folder where such files lie; it has no head."""

SAID = ("next", "other-side", "go-on", "half", "last-breath", "last-rep", "done", "breaths", "minutes", "calls")
"""Keys that only phrases have."""

SIGNS = {
    "steps": "routine",
    "weeks": "plan",
    "frames": "pose",
    "measures": "assessment",
    "goal": "drill",
    "position": "drill",
}
"""Keys that only one kind of file has."""


def read_drill(raw: bytes, file: str) -> Reading[Drill]:
    """Read a drill file; its id must be its file name."""

    def settle(shaper: Shaper, table: Table) -> Any:
        drill = settle_drill(shaper, table)
        check_id(shaper, table, "drill", file)
        check_allowed(shaper, table)
        for key in ("goal", "position"):
            if not shaper.has(table, key):
                shaper.wrong(table.place, f'"{key}" is missing here', f'add it as "{key}: ..."')
        return drill

    return read(raw, file, settle)


def read_routine(raw: bytes, file: str, links: Links) -> Reading[Routine]:
    """Read a routine file; its id must be its file name, drills and included routines are found by `links`."""

    def settle(shaper: Shaper, table: Table) -> Any:
        routine = settle_routine(shaper, table, links)
        check_id(shaper, table, "routine", file)
        return routine

    return read(raw, file, settle)


def read_form(path: Path, form: Any) -> Reading[Any]:
    """Read a file of keys with values into a form of one's own, such as a sound pack."""
    raw = contents(path)
    return Reading(None, (raw,)) if isinstance(raw, Problem) else read_form_in(raw, str(path), form)


def read_form_in(raw: bytes, file: str, form: Any) -> Reading[Any]:
    """Read what is to be the content of a file of keys with values."""
    return read(raw, file, lambda shaper, table: shaper.shape(form, table, "file"))


def head_of(raw: bytes) -> str | None:
    """Return what a file is, by the first key that tells so at the start of a line; a drill may begin with sources."""
    return next((head.decode() for head in HEAD.findall(raw) if head != b"sources"), None)


def kind_of(raw: bytes, file: str) -> str | None:
    """Return what a file is: by the key that tells so, by the folder of phrases, or by what it seems to be meant for.

    It is one of `HEADS`, or `phrases`.
    """
    if head := head_of(raw):
        return head
    _, table, _ = table_of(raw, file)
    if PurePath(file).parent.name == PHRASES:
        return PHRASES
    return _likely([entry.key for entry in table.entries]) if table else None


def _likely(keys: list[str]) -> str | None:
    """Return what a file with these keys is; without a head, by a misspelt one or by what only one kind has."""
    heads = [head for head in HEADS if head in keys and (head != "sources" or len(keys) == 1)]
    phrases = [PHRASES for key in keys if key in SAID]
    meant = [nearest(key, HEADS[:5]) for key in keys[:1]]
    signs = [kind for sign, kind in SIGNS.items() if sign in keys]
    return next((kind for kind in (*heads, *phrases, *meant, *signs) if kind), None)


def strange(raw: bytes, file: str) -> tuple[Problem, ...]:
    """Return what is wrong with a file that is of no kind: it cannot be read, or it is something else."""
    text, table, problems = table_of(raw, file)
    if table is not None:
        fix = 'begin with "drill: ..." or "routine: ..."'
        problems = (*problems, Problem(table.place, "this is no file of leanbreath", fix))
    return quoted(problems, text)


__all__ = [
    "HEADS",
    "PHRASES",
    "Links",
    "Reading",
    "Unknown",
    "contents",
    "head_of",
    "kind_of",
    "quoted",
    "read_drill",
    "read_form",
    "read_form_in",
    "read_routine",
    "strange",
]
