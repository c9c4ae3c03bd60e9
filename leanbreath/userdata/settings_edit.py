"""One value of the settings file changed or taken out in its place; every other letter of it stays."""

import json
import re
from collections.abc import Sequence
from typing import Any, TypeGuard

import yaml

from leanbreath.routine.reader.yaml_tree import MappingNode, Node, SequenceNode, parse_yaml

PLAIN = re.compile(r"[+-]?[A-Za-z0-9](?:[\w .+/-]*[\w+-])?", re.ASCII)
"""A text that needs no quotes, wherever it stands."""

WORDS = ("true", "false", "null")
"""Texts that mean more than themselves without quotes."""

VOICE, ENGINE = "voice", "engine"
"""A voice may be written as its engine alone."""

Value = str | bool | None


def with_setting(text: str, path: Sequence[str], value: Value) -> str | None:
    """Return the text of the settings with a value at a path of keys; one that is None is taken out.

    Where that cannot be done without changing anything else, or losing a comment, return None.
    """
    before = _data(text)
    if before is None:
        return None
    wanted = _with(before, path, value)
    if wanted == before:
        return text if _at(before, path) == value else None
    root = yaml.compose(text, yaml.BaseLoader)
    made = _within(text, root, path, value) if _is_table(root) else _appended(text, path, value)
    lost = text.count("#") - _signs(_at(before, path)) > made.count("#") - _signs(value)
    return made if _data(made) == wanted and not lost else None


def _within(text: str, table: yaml.MappingNode, path: Sequence[str], value: Value) -> str:
    """Return the text with a value at a path that begins in a mapping with keys."""
    key, *rest = path
    node = next((held for name, held in table.value if name.value == key), None)
    if node is None:
        return _added(text, table, path, value)
    goes = value is None and _alone(node, rest) and not _comments(text, table, key)
    if rest and _is_table(node) and not goes:
        return _within(text, node, rest, value)
    if value is None:
        return _without(text, table, key)
    return _put(text, node, _beside(text, node, rest, value))


def _beside(text: str, node: yaml.Node, path: Sequence[str], value: Value) -> str:
    """Return what is written in the place of a value that has no keys, for one below it; an engine keeps its place."""
    if not isinstance(node, yaml.ScalarNode) or not node.value or not path:
        return _flow(path, value)
    if path[0] == ENGINE:
        return _flow([], value)
    return f"{{{ENGINE}: {text[node.start_mark.index : node.end_mark.index]}, {_pair(path, value)}}}"


def _alone(node: yaml.Node, path: Sequence[str]) -> bool:
    """Return whether there is nothing in a value but what a path leads to."""
    if not path or not _is_table(node):
        return True
    return len(node.value) == 1 and _alone(node.value[0][1], path[1:])


def _put(text: str, node: yaml.Node, written: str) -> str:
    """Return the text with something else in the place of a value; behind the colon of a key that has none."""
    start, end = node.start_mark.index, node.end_mark.index
    return f"{text[:start]}{' ' if text[start - 1] == ':' else ''}{written}{text[end:]}"


def _added(text: str, table: yaml.MappingNode, path: Sequence[str], value: Value) -> str:
    """Return the text with a key before the first one of a mapping, laid out as that is; a section goes to the end."""
    first = table.value[0][0].start_mark
    if not table.flow_style and first.column == 0:
        return _appended(text, path, value)
    between = ", " if table.flow_style else f"{_line_end(text)}{' ' * first.column}"
    return f"{text[: first.index]}{_pair(path, value)}{between}{text[first.index :]}"


def _appended(text: str, path: Sequence[str], value: Value) -> str:
    end = _line_end(text)
    key, *rest = path
    pair = f"{key}:{end}  {_pair(rest, value)}" if rest else _pair(path, value)
    return f"{text}{end if text and not text.endswith(end) else ''}{pair}{end}"


def _without(text: str, table: yaml.MappingNode, key: str) -> str:
    """Return the text without a key and what it holds; of its line, only a comment stays."""
    place = next(n for n, (name, _) in enumerate(table.value) if name.value == key)
    start, end = _span(table, key)
    if table.flow_style and place + 1 < len(table.value):
        return text[:start] + text[table.value[place + 1][0].start_mark.index :]
    if table.flow_style and place:
        return text[: _end(table.value[place - 1][1])] + text[end:]
    if len(table.value) == 1 and table.value[0][0].start_mark.column and not table.flow_style:
        return f"{text[:start]}{{}}{text[end:]}"  # a section that kept a comment of its own
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end) + 1 or len(text)
    around = text[first:start] + text[end:last].lstrip(" ")
    return text[:first] + (around if around.strip() else "") + text[last:]


def _comments(text: str, table: yaml.MappingNode, key: str) -> bool:
    """Return whether a comment could stand within what a key holds."""
    start, end = _span(table, key)
    return "#" in text[start:end]


def _span(table: yaml.MappingNode, key: str) -> tuple[int, int]:
    """Return where a key begins, and where what it holds ends."""
    return next((name.start_mark.index, _end(node)) for name, node in table.value if name.value == key)


def _end(node: yaml.Node) -> int:
    """Return where a value ends; a mapping in block style, where the last of its values does."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style:
        return _end(node.value[-1][1])
    return int(node.end_mark.index)


def _is_table(node: yaml.Node | None) -> TypeGuard[yaml.MappingNode]:
    return isinstance(node, yaml.MappingNode) and bool(node.value)


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _pair(path: Sequence[str], value: Value) -> str:
    key, *rest = path
    return f"{key}: {_flow(rest, value)}"


def _flow(path: Sequence[str], value: Value) -> str:
    """Return a value below keys as it is written on one line; text in quotes where it could be taken for more."""
    if path:
        return f"{{{_pair(path, value)}}}"
    if isinstance(value, bool):
        return str(value).lower()
    text = value or ""
    plain = PLAIN.fullmatch(text) and text not in WORDS
    return text if plain else json.dumps(text, ensure_ascii=not text.isprintable())


def _signs(value: object) -> int:
    return value.count("#") if isinstance(value, str) else 0


def _data(text: str) -> dict[str, Any] | None:
    """Return what a text holds, a voice always as keys with values, and nothing that is empty; None for no settings."""
    node, problems = parse_yaml(text, "settings.yaml")
    found = _plain(node) if node else {}
    return found if isinstance(found, dict) and not problems else None


def _plain(node: Node) -> Any:
    if isinstance(node, SequenceNode):
        return [_plain(item) for item in node.items]
    if not isinstance(node, MappingNode):
        return node.value
    found = {entry.key: _plain(entry.node) for entry in node.entries}
    if isinstance(short := found.get(VOICE), str):
        found[VOICE] = {ENGINE: short}
    return {key: value for key, value in found.items() if value not in (None, {})}


def _at(data: Any, path: Sequence[str]) -> Any:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _with(data: dict[str, Any], path: Sequence[str], value: Value) -> dict[str, Any]:
    """Return values with another at a path; keys that are left without any go too."""
    key, *rest = path
    inner = data.get(key, {})
    held = value if not rest else _with(inner, rest, value) if isinstance(inner, dict) else inner
    others = {name: each for name, each in data.items() if name != key}
    return others if held in (None, {}) else {**others, key: held}
