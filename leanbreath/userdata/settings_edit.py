"""Changes one value in the text of the settings file; every other character of it stays."""

import json
import re
from collections.abc import Sequence
from typing import Any, TypeGuard

import yaml

from leanbreath.routine.reader.yaml_tree import parse_yaml
from leanbreath.routine.yaml_nodes import MappingNode, Node, SequenceNode

PLAIN = re.compile(r"[+-]?[A-Za-z0-9](?:[\w .+/-]*[\w+-])?", re.ASCII)
"""A text that needs no quotes anywhere."""

RESERVED = ("true", "false", "null")
"""Texts that mean something else without quotes."""

VOICE, ENGINE = "voice", "engine"
"""A voice may be written as its engine alone."""

Value = str | bool | None


def with_setting(text: str, path: Sequence[str], value: Value) -> str | None:
    """Return the text with a value at a path of keys; None removes it.

    Return None if that is impossible without changing another value or losing a comment.
    """
    before = _data(text)
    if before is None:
        return None
    wanted = _with_value(before, path, value)
    if wanted == before:
        return text if _value_at(before, path) == value else None
    root = yaml.compose(text, yaml.BaseLoader)
    edited = _edited_mapping(text, root, path, value) if _has_keys(root) else _with_section(text, path, value)
    lost_comment = text.count("#") - _hashes(_value_at(before, path)) > edited.count("#") - _hashes(value)
    return edited if _data(edited) == wanted and not lost_comment else None


def _edited_mapping(text: str, mapping: yaml.MappingNode, path: Sequence[str], value: Value) -> str:
    """Return the text with a value at a path that begins in a mapping."""
    key, *rest = path
    node = next((node for name, node in mapping.value if name.value == key), None)
    if node is None:
        return _with_key(text, mapping, path, value)
    removes_key = value is None and _is_only_value(node, rest) and not _may_have_comment(text, mapping, key)
    if rest and _has_keys(node) and not removes_key:
        return _edited_mapping(text, node, rest, value)
    if value is None:
        return _without_key(text, mapping, key)
    return _replaced(text, node, _in_place_of(text, node, rest, value))


def _in_place_of(text: str, node: yaml.Node, path: Sequence[str], value: Value) -> str:
    """Return what replaces a node without keys, for a value below it; the engine of a voice is kept."""
    if not isinstance(node, yaml.ScalarNode) or not node.value or not path:
        return _one_line(path, value)
    if path[0] == ENGINE:
        return _one_line([], value)
    return f"{{{ENGINE}: {text[node.start_mark.index : node.end_mark.index]}, {_pair(path, value)}}}"


def _is_only_value(node: yaml.Node, path: Sequence[str]) -> bool:
    """Return whether a node has no value but the one at a path."""
    if not path or not _has_keys(node):
        return True
    return len(node.value) == 1 and _is_only_value(node.value[0][1], path[1:])


def _replaced(text: str, node: yaml.Node, new: str) -> str:
    """Return the text with a node replaced; an empty one stands right after the colon of its key."""
    start, end = node.start_mark.index, node.end_mark.index
    return f"{text[:start]}{' ' if text[start - 1] == ':' else ''}{new}{text[end:]}"


def _with_key(text: str, mapping: yaml.MappingNode, path: Sequence[str], value: Value) -> str:
    """Return the text with a key before the first of a mapping, in its layout; a section goes to the end."""
    first = mapping.value[0][0].start_mark
    if not mapping.flow_style and first.column == 0:
        return _with_section(text, path, value)
    separator = ", " if mapping.flow_style else f"{_line_end(text)}{' ' * first.column}"
    return f"{text[: first.index]}{_pair(path, value)}{separator}{text[first.index :]}"


def _with_section(text: str, path: Sequence[str], value: Value) -> str:
    """Return the text with a section, or a key outside of sections, at its end."""
    end = _line_end(text)
    key, *rest = path
    pair = f"{key}:{end}  {_pair(rest, value)}" if rest else _pair(path, value)
    return f"{text}{end if text and not text.endswith(end) else ''}{pair}{end}"


def _without_key(text: str, mapping: yaml.MappingNode, key: str) -> str:
    """Return the text without a key and its value; a comment on the same line stays."""
    index = next(index for index, (name, _) in enumerate(mapping.value) if name.value == key)
    start, end = _extent(mapping, key)
    if mapping.flow_style and index + 1 < len(mapping.value):
        return text[:start] + text[mapping.value[index + 1][0].start_mark.index :]
    if mapping.flow_style and index:
        return text[: _end_of(mapping.value[index - 1][1])] + text[end:]
    if len(mapping.value) == 1 and mapping.value[0][0].start_mark.column and not mapping.flow_style:
        return f"{text[:start]}{{}}{text[end:]}"  # the only key of a section that has a comment of its own
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end) + 1 or len(text)
    rest_of_line = text[first:start] + text[end:last].lstrip(" ")
    return text[:first] + (rest_of_line if rest_of_line.strip() else "") + text[last:]


def _may_have_comment(text: str, mapping: yaml.MappingNode, key: str) -> bool:
    start, end = _extent(mapping, key)
    return "#" in text[start:end]


def _extent(mapping: yaml.MappingNode, key: str) -> tuple[int, int]:
    """Return where a key begins, and where its value ends."""
    return next((name.start_mark.index, _end_of(node)) for name, node in mapping.value if name.value == key)


def _end_of(node: yaml.Node) -> int:
    """Return where a value ends; a mapping in block style ends where its last value does."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style:
        return _end_of(node.value[-1][1])
    return int(node.end_mark.index)


def _has_keys(node: yaml.Node | None) -> TypeGuard[yaml.MappingNode]:
    return isinstance(node, yaml.MappingNode) and bool(node.value)


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _pair(path: Sequence[str], value: Value) -> str:
    key, *rest = path
    return f"{key}: {_one_line(rest, value)}"


def _one_line(path: Sequence[str], value: Value) -> str:
    """Return a value below a path as YAML on one line; text is quoted if it could mean something else."""
    if path:
        return f"{{{_pair(path, value)}}}"
    if isinstance(value, bool):
        return str(value).lower()
    text = value or ""
    is_plain = PLAIN.fullmatch(text) and text not in RESERVED
    return text if is_plain else json.dumps(text, ensure_ascii=not text.isprintable())


def _hashes(value: object) -> int:
    return value.count("#") if isinstance(value, str) else 0


def _data(text: str) -> dict[str, Any] | None:
    """Return the values in a text without empty ones, a voice always as a mapping; None if these are no settings."""
    node, problems = parse_yaml(text, "settings.yaml")
    found = _plain_data(node) if node else {}
    return found if isinstance(found, dict) and not problems else None


def _plain_data(node: Node) -> Any:
    if isinstance(node, SequenceNode):
        return [_plain_data(item) for item in node.items]
    if not isinstance(node, MappingNode):
        return node.value
    found = {entry.key: _plain_data(entry.node) for entry in node.entries}
    if isinstance(engine := found.get(VOICE), str):
        found[VOICE] = {ENGINE: engine}
    return {key: value for key, value in found.items() if value not in (None, {})}


def _value_at(data: Any, path: Sequence[str]) -> Any:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _with_value(data: dict[str, Any], path: Sequence[str], value: Value) -> dict[str, Any]:
    """Return the data with a value at a path; sections that become empty are removed."""
    key, *rest = path
    inner = data.get(key, {})
    new = value if not rest else _with_value(inner, rest, value) if isinstance(inner, dict) else inner
    others = {name: each for name, each in data.items() if name != key}
    return others if new in (None, {}) else {**others, key: new}
