"""Parses YAML into a tree in which every key and value has its line and column."""

from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from leanbreath.routine.problems import Place, Problem
from leanbreath.routine.reader.syntax_errors import LOADER, end_of, syntax_problem
from leanbreath.routine.reader.unsafe_text import MOST_UNSAFE, unsafe_characters, unsafe_escapes
from leanbreath.routine.yaml_nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode
from leanbreath.unsafe_characters import first_unsafe

LARGEST_FILE = 1_000_000
DEEPEST = 24
MOST_NODES = 50_000
TOO_DEEP = f"nested more than {DEEPEST} levels deep", "use fewer levels"

_WORDS = {"null": None, "": None, "true": True, "false": False}


class _Unreadable(Exception):
    """Stops the parsing of a file that can't be understood any further."""

    def __init__(self, place: Place, message: str, fix: str) -> None:
        self.problem = Problem(place, message, fix)


@dataclass
class _Builder:
    file: str
    text: str
    events: Iterator[yaml.Event]
    problems: list[Problem] = field(default_factory=list)
    unsafe: list[Problem] = field(default_factory=list)
    anchors: dict[str, Node | None] = field(default_factory=dict)

    def place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        assert mark is not None
        return Place(self.file, mark.line + 1, mark.column + 1)

    def node(self, event: yaml.Event, depth: int = 0) -> Node:
        if depth > DEEPEST:
            raise _Unreadable(self.place(event), *TOO_DEEP)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        self._report_tag(event)
        anchor = getattr(event, "anchor", None)
        if anchor:
            self.anchors[anchor] = None
        built = self._content(event, depth)
        if built.size > MOST_NODES:
            raise _Unreadable(built.place, f"more than {MOST_NODES:,} values", "shorten the file")
        if anchor:
            self.anchors[anchor] = built
        return built

    def _content(self, event: yaml.Event, depth: int) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            plain = event.implicit[0] and event.value in _WORDS
            if first_unsafe(event.value):
                self.unsafe += unsafe_escapes(event, self.text, self.file)
            return ScalarNode(_WORDS[event.value] if plain else event.value, self.place(event))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _sequence(self, start: yaml.Event, depth: int) -> SequenceNode:
        items: list[Node] = []
        size = 1
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(event, depth + 1))
            size += items[-1].size
            self._limit_size(size, start)
        return SequenceNode(tuple(items), self.place(start), size)

    def _mapping(self, start: yaml.Event, depth: int) -> MappingNode:
        entries: dict[str, Entry] = {}
        size = 1
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            place, name = self.place(event), getattr(event, "value", "")
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            size += key.size + value.size
            self._limit_size(size, start)
            if isinstance(key, ScalarNode):
                self._add_entry(entries, Entry(name, place, value))
            else:
                self.problems.append(
                    Problem(place, "a key must be text", 'write it as key: value, or put "{...}" in quotes')
                )
        return MappingNode(tuple(entries.values()), self.place(start), size, bool(getattr(start, "flow_style", False)))

    def _limit_size(self, size: int, start: yaml.Event) -> None:
        if size > MOST_NODES:
            raise _Unreadable(self.place(start), f"more than {MOST_NODES:,} values", "shorten the file")

    def _add_entry(self, entries: dict[str, Entry], entry: Entry) -> None:
        first = entries.setdefault(entry.key, entry)
        if first is not entry:
            there = f"line {first.place.line}, column {first.place.column}"
            self.problems.append(
                Problem(entry.place, f'duplicate key "{entry.key}"', f"keep one; the first is at {there}")
            )

    def _alias(self, event: yaml.AliasEvent) -> Node:
        found = self.anchors.get(event.anchor or "")
        if found is None:
            raise _Unreadable(
                self.place(event), f'"*{event.anchor}" refers to itself or to nothing', "write the value out in full"
            )
        return found

    def _report_tag(self, event: yaml.Event) -> None:
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            self.problems.append(Problem(self.place(event), f'the tag "{shown}" is not supported', "remove it"))


def decode_utf8(raw: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a UTF-8 file, or an empty text and the problem."""
    if len(raw) > LARGEST_FILE:
        message = f"the file is larger than {LARGEST_FILE:,} bytes"
        return "", (Problem(Place(file), message, "split it into smaller files"),)
    raw = raw.removeprefix(BOM_UTF8)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        place = end_of(raw[: error.start].decode("utf-8", "replace"), file)
        return "", (Problem(place, "the file is not UTF-8 text", "save it as UTF-8"),)


def parse_yaml(text: str, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the tree of a YAML text with a single document (None if it is empty or broken), and its problems."""
    if unsafe := unsafe_characters(text, file):
        return None, unsafe
    builder = _Builder(file, text, iter(()))
    try:
        builder.events = iter(LOADER(text).get_event, None)
        node = _single_document(builder)
    except _Unreadable as broken:
        return None, (*builder.problems, broken.problem)
    except yaml.MarkedYAMLError as error:
        return None, (*builder.problems, _unreadable(error, text, file))
    if builder.unsafe:  # any further mistake may be a consequence
        return None, tuple(builder.unsafe[:MOST_UNSAFE])
    return node, tuple(builder.problems)


def _unreadable(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """Return the problem of an unreadable text; newer parsers reject excessive nesting by themselves."""
    problem = syntax_problem(error, text, file)
    if "nesting depth" in (error.problem or ""):
        message, fix = TOO_DEEP
        return problem._replace(message=message, fix=fix)
    return problem


def _single_document(builder: _Builder) -> Node | None:
    node: Node | None = None
    for event in builder.events:
        if isinstance(event, yaml.DocumentStartEvent):
            if node is not None:
                raise _Unreadable(builder.place(event), "a second document starts here", "move it to a file of its own")
            node = builder.node(next(builder.events))
    return node
