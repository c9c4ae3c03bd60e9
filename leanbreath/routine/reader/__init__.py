"""Reads drill and routine files; the rooms beside this one read what is rarer, and are loaded when it is asked for."""

import re
from pathlib import Path, PurePath
from typing import Any

from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.problems import Problem, nearest_name
from leanbreath.routine.reader.converter import Converter
from leanbreath.routine.reader.drill import build_drill, check_allowed
from leanbreath.routine.reader.file_content import file_content
from leanbreath.routine.reader.read_result import ReadResult, check_id, parse_mapping, read_document, with_source_lines
from leanbreath.routine.reader.routine import Resolver, UnresolvedName, build_routine
from leanbreath.routine.reader.yaml_tree import MappingNode

FILE_KINDS = ("routine", "drill", "plan", "pose", "assessment", "pack", "limiters", "sources")
"""The key that tells what a file is."""

KIND_KEY = re.compile(rb"^(?:\xef\xbb\xbf)?(" + "|".join(FILE_KINDS).encode() + rb"):(?=\s|$)", re.MULTILINE)
"""Such a key where almost every author writes it, at the start of a line; a drill may have sources too."""


PHRASES = "phrases"
"""A file of what is said in another language, and the folder where such files lie; it has no head."""

PHRASE_KEYS = ("next", "other-side", "resume", "half", "last-breath", "last-rep", "done", "breaths", "minutes", "calls")
"""Keys that only phrases have."""

TYPICAL_KEYS = {
    "steps": "routine",
    "weeks": "plan",
    "frames": "pose",
    "measures": "assessment",
    "goal": "drill",
    "position": "drill",
}
"""Keys that only one kind of file has."""


def read_drill(raw: bytes, file: str) -> ReadResult[Drill]:
    """Read a drill file; its id must be its file name."""

    def build(converter: Converter, table: MappingNode) -> Any:
        drill = build_drill(converter, table)
        check_id(converter, table, "drill", file)
        check_allowed(converter, table)
        for key in ("goal", "position"):
            if not converter.has(table, key):
                converter.report(table.place, f'"{key}" is missing', f'add "{key}: ..."')
        return drill

    return read_document(raw, file, build)


def read_routine(raw: bytes, file: str, links: Resolver) -> ReadResult[Routine]:
    """Read a routine file; its id must be its file name, drills and included routines are found by `links`."""

    def build(converter: Converter, table: MappingNode) -> Any:
        routine = build_routine(converter, table, links)
        check_id(converter, table, "routine", file)
        return routine

    return read_document(raw, file, build)


def read_file_as(path: Path, form: Any) -> ReadResult[Any]:
    """Read a file of keys with values into a form of one's own, such as a sound pack."""
    raw = file_content(path)
    return ReadResult(None, (raw,)) if isinstance(raw, Problem) else read_as(raw, str(path), form)


def read_as(raw: bytes, file: str, form: Any) -> ReadResult[Any]:
    """Read what is to be the content of a file of keys with values."""
    return read_document(raw, file, lambda converter, table: converter.convert(form, table, "file"))


def declared_kind(raw: bytes) -> str | None:
    """Return what a file is, by the first key that tells so at the start of a line; a drill may begin with sources."""
    return next((head.decode() for head in KIND_KEY.findall(raw) if head != b"sources"), None)


def file_kind(raw: bytes, file: str) -> str | None:
    """Return what a file is: by the key that tells so, by the folder of phrases, or by what it seems to be meant for.

    It is one of `FILE_KINDS`, or `phrases`.
    """
    if head := declared_kind(raw):
        return head
    _, table, _ = parse_mapping(raw, file)
    if PurePath(file).parent.name == PHRASES:
        return PHRASES
    return _likely_kind([entry.key for entry in table.entries]) if table else None


def _likely_kind(keys: list[str]) -> str | None:
    """Return what a file with these keys is; without a head, by a misspelt one or by what only one kind has."""
    heads = [head for head in FILE_KINDS if head in keys and (head != "sources" or len(keys) == 1)]
    phrases = [PHRASES for key in keys if key in PHRASE_KEYS]
    meant = [nearest_name(key, FILE_KINDS[:5]) for key in keys[:1]]
    signs = [kind for sign, kind in TYPICAL_KEYS.items() if sign in keys]
    return next((kind for kind in (*heads, *phrases, *meant, *signs) if kind), None)


def unrecognized_file(raw: bytes, file: str) -> tuple[Problem, ...]:
    """Return what is wrong with a file that is of no kind: it cannot be read, or it is something else."""
    text, table, problems = parse_mapping(raw, file)
    if table is not None:
        fix = 'start it with "drill: ..." or "routine: ..."'
        problems = (*problems, Problem(table.place, "this is not a leanbreath file", fix))
    return with_source_lines(problems, text)


__all__ = [
    "FILE_KINDS",
    "PHRASES",
    "ReadResult",
    "Resolver",
    "UnresolvedName",
    "declared_kind",
    "file_content",
    "file_kind",
    "read_as",
    "read_drill",
    "read_file_as",
    "read_routine",
    "unrecognized_file",
    "with_source_lines",
]
