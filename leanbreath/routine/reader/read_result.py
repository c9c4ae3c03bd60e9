"""The result of reading any file: its value, and every problem with its line, column and source line."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Generic, TypeVar

from leanbreath.routine.basic_notations import is_id, suggested_id
from leanbreath.routine.problems import Place, Problem
from leanbreath.routine.reader.converter import INVALID, MOST_PROBLEMS, Converter, TooManyProblems
from leanbreath.routine.reader.syntax_errors import LINE_END
from leanbreath.routine.reader.yaml_tree import decode_utf8, parse_yaml
from leanbreath.routine.yaml_nodes import MappingNode, ScalarNode

T = TypeVar("T")

LONGEST_MESSAGE = 1_000
"""The most characters of a message that are shown."""


@dataclass(frozen=True)
class ReadResult(Generic[T]):
    """The value of a file, or None, and its problems; a value with problems must not be performed.

    `tree` and `text` are its source, for further checks.
    """

    value: T | None
    problems: tuple[Problem, ...] = ()
    tree: MappingNode | None = field(default=None, compare=False)
    text: str = field(default="", compare=False)


def read_document(raw: bytes, file: str, build: Callable[[Converter, MappingNode], Any]) -> ReadResult[Any]:
    """Return the result of reading a file's content; `build` makes the value from its mapping."""
    text, mapping, problems = parse_mapping(raw, file)
    if mapping is None:
        return ReadResult(None, with_source_lines(problems, text))
    converter = Converter()
    try:
        value = build(converter, mapping)
    except TooManyProblems:
        value = INVALID
    problems = with_source_lines(_first_problems((*problems, *converter.problems)), text)
    return ReadResult(None if value is INVALID else value, problems, mapping, text)


def _first_problems(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the first of too many problems, and one that says there are more."""
    if len(problems) <= MOST_PROBLEMS:
        return problems
    *first, more = sorted(problems)[: MOST_PROBLEMS + 1]
    return (
        *first,
        Problem(more.place, f"{MOST_PROBLEMS:,} mistakes come before this one", "fix those and check again"),
    )


def parse_mapping(raw: bytes, file: str) -> tuple[str, MappingNode | None, tuple[Problem, ...]]:
    """Return the text of a file, its mapping (None if it has none), and the problems of its syntax."""
    text, problems = decode_utf8(raw, file)
    if problems:
        return "", None, problems
    node, problems = parse_yaml(text, file)
    if isinstance(node, MappingNode):
        return text, node, problems
    if not problems:
        empty = node is None or (isinstance(node, ScalarNode) and node.value is None)
        message = "the file is empty" if empty else "expected key: value pairs"
        problems = (
            Problem(node.place if node else Place(file), message, 'start it with "drill: ..." or "routine: ..."'),
        )
    return text, None, problems


def check_id(converter: Converter, mapping: MappingNode, key: str, file: str) -> None:
    """Report an id that is missing or differs from the file name; a file whose name is not an id must be renamed."""
    node, path = mapping.get(key), PurePath(file)
    given = node.value if isinstance(node, ScalarNode) and isinstance(node.value, str) and is_id(node.value) else ""
    meant = path.stem if is_id(path.stem) else given or suggested_id(path.stem)
    rename = "" if is_id(path.stem) else f"rename the file to {meant or 'my-' + key}{path.suffix}"
    if node is not None and given and given != path.stem:
        fix = rename or f'write "{key}: {meant}", or rename the file'
        converter.report(node.place, f'the id "{given}" does not match the file name', fix)
    elif not converter.has(mapping, key):
        add = f'add "{key}: {meant or "my-" + key}"'
        converter.report(mapping.place, f'"{key}" is missing', f"{rename}, and {add}" if rename else add)


def with_source_lines(problems: tuple[Problem, ...], text: str) -> tuple[Problem, ...]:
    """Return the problems of a file in order, each with its source line."""
    if not problems:
        return ()
    lines = ["", *LINE_END.split(text)]
    return tuple(
        each._replace(
            message=_shortened(each.message),
            fix=_shortened(each.fix),
            quote=lines[each.place.line] if each.place.line < len(lines) else "",
        )
        for each in sorted(set(problems))
    )


def _shortened(text: str) -> str:
    """Return a text, without its middle if it is too long to read."""
    return text if len(text) <= LONGEST_MESSAGE else f"{text[: LONGEST_MESSAGE // 2]} … {text[-LONGEST_MESSAGE // 4 :]}"
