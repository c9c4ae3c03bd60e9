"""Nodes: what a YAML file says, as plain data in which every key and value has its place."""

from typing import NamedTuple

from leanbreath.routine.problems import Place


class ScalarNode(NamedTuple):
    """A single value: text, true, false or None."""

    value: str | bool | None
    place: Place
    size: int = 1


class SequenceNode(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    place: Place
    size: int


class Entry(NamedTuple):
    """A key of a mapping, with its value."""

    key: str
    place: Place
    node: "Node"


class MappingNode(NamedTuple):
    """A mapping; its keys are text and unique. `in_braces` is whether it is written as {...}."""

    entries: tuple[Entry, ...]
    place: Place
    size: int
    in_braces: bool = False

    def get(self, key: str) -> "Node | None":
        """Return the value of a key, or None."""
        for entry in self.entries:
            if entry.key == key:
                return entry.node
        return None

    def mentions(self, keys: set[str], name: str) -> bool:
        """Return whether one of `keys` has the value `name`, here or at any depth."""
        return any(_mentions(entry.key, entry.node, keys, name) for entry in self.entries)


Node = ScalarNode | SequenceNode | MappingNode


def _mentions(key: str, node: Node, keys: set[str], name: str) -> bool:
    if isinstance(node, MappingNode):
        return node.mentions(keys, name)
    if isinstance(node, SequenceNode):
        return any(_mentions(key, item, keys, name) for item in node.items)
    return key in keys and node.value == name
