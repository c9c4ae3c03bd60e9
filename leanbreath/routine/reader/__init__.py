"""Reads drill and routine files; the other modules read rarer files and are loaded only for them."""

import re
from pathlib import Path, PurePath
from typing import Any

from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.name_suggestions import nearest_name
from leanbreath.routine.problems import Problem
from leanbreath.routine.reader.converter import Converter
from leanbreath.routine.reader.drill import build_drill
from leanbreath.routine.reader.drill_checks import check_allowed
from leanbreath.routine.reader.file_content import file_content, file_text
from leanbreath.routine.reader.read_result import ReadResult, check_id, parse_mapping, read_document, with_source_lines
from leanbreath.routine.reader.resolver import Resolver, UnresolvedName
from leanbreath.routine.reader.routine import build_routine
from leanbreath.routine.yaml_nodes import MappingNode

FILE_KINDS = ("routine", "drill", "plan", "pose", "assessment", "pack", "limiters", "sources")
"""The kinds of files, each with the key that declares it."""

KIND_KEY = re.compile(rb"^(?:\xef\xbb\xbf)?(" + "|".join(FILE_KINDS).encode() + rb"):(?=\s|$)", re.MULTILINE)
"""A declaring key at the start of a line, where almost every author writes it."""

PHRASES = "phrases"
"""The kind of file that translates what is spoken, and the name of its folder; no key declares it."""

PHRASE_KEYS = ("next", "other-side", "resume", "half", "last-breath", "last-rep", "done", "breaths", "minutes", "calls")
"""Keys found only in phrases."""

TYPICAL_KEYS = {
    "steps": "routine",
    "weeks": "plan",
    "frames": "pose",
    "measures": "assessment",
    "goal": "drill",
    "position": "drill",
}
"""Keys found in only one kind of file."""


def read_drill(raw: bytes, file: str) -> ReadResult[Drill]:
    """Return the drill in a file; its id must be its file name."""

    def build(converter: Converter, mapping: MappingNode) -> Any:
        drill = build_drill(converter, mapping)
        check_id(converter, mapping, "drill", file)
        check_allowed(converter, mapping)
        for key in ("goal", "position"):
            if not converter.has(mapping, key):
                converter.report(mapping.place, f'"{key}" is missing', f'add "{key}: ..."')
        return drill

    return read_document(raw, file, build)


def read_routine(raw: bytes, file: str, resolver: Resolver) -> ReadResult[Routine]:
    """Return the routine in a file; its id must be its file name. `resolver` finds its drills and included routines."""

    def build(converter: Converter, mapping: MappingNode) -> Any:
        routine = build_routine(converter, mapping, resolver)
        check_id(converter, mapping, "routine", file)
        return routine

    return read_document(raw, file, build)


def read_file_as(path: Path, form: Any) -> ReadResult[Any]:
    """Return a file as a value of the type `form`, such as a sound pack."""
    raw = file_content(path)
    return ReadResult(None, (raw,)) if isinstance(raw, Problem) else read_as(raw, str(path), form)


def read_as(raw: bytes, file: str, form: Any) -> ReadResult[Any]:
    """Return the content of a file as a value of the type `form`."""
    return read_document(raw, file, lambda converter, mapping: converter.convert(form, mapping, "file"))


def declared_kind(raw: bytes) -> str | None:
    """Return the kind of a file by its first declaring key; not `sources`, because a drill may start with those."""
    return next((key.decode() for key in KIND_KEY.findall(raw) if key != b"sources"), None)


def file_kind(raw: bytes, file: str) -> str | None:
    """Return the kind of a file, one of `FILE_KINDS` or `phrases`; None if it is unrecognized.

    The declaring key decides, else the folder of phrases, else the most likely kind.
    """
    if key := declared_kind(raw):
        return key
    _, mapping, _ = parse_mapping(raw, file)
    if PurePath(file).parent.name == PHRASES:
        return PHRASES
    return _likely_kind([entry.key for entry in mapping.entries]) if mapping else None


def _likely_kind(keys: list[str]) -> str | None:
    """Return the most likely kind of a file with these keys: by a declaring, misspelt or typical key."""
    declared = [key for key in FILE_KINDS if key in keys and (key != "sources" or len(keys) == 1)]
    phrases = [PHRASES for key in keys if key in PHRASE_KEYS]
    misspelt = [nearest_name(key, FILE_KINDS[:5]) for key in keys[:1]]
    typical = [kind for key, kind in TYPICAL_KEYS.items() if key in keys]
    return next((kind for kind in (*declared, *phrases, *misspelt, *typical) if kind), None)


def unrecognized_file(raw: bytes, file: str) -> tuple[Problem, ...]:
    """Return the problems of a file of unknown kind: it is unreadable, or something else."""
    text, mapping, problems = parse_mapping(raw, file)
    if mapping is not None:
        fix = 'start it with "drill: ..." or "routine: ..."'
        problems = (*problems, Problem(mapping.place, "this is not a leanbreath file", fix))
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
    "file_text",
    "read_as",
    "read_drill",
    "read_file_as",
    "read_routine",
    "unrecognized_file",
    "with_source_lines",
]
