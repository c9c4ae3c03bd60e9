"""Lays out a drill, routine or plan: short forms, quoted prose, keys in order; comments and blank lines stay.

The text is edited by the places of its nodes and never written anew, so that whatever has no rule stays as it was.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise, zip_longest
from typing import Any

import yaml

from leanbreath.authoring.key_order import PROSE_LISTS, order
from leanbreath.authoring.scalar_style import scalar, short_form, word
from leanbreath.authoring.text_cleanup import LOADER, cleaned, is_tangled
from leanbreath.routine.reader.yaml_tree import MappingNode, Node, SequenceNode, parse_yaml
from leanbreath.routine.work import KINDS

DOSED = (*KINDS, "pattern", "to", "least", "most", "levels")
"""Keys whose value may be work, or the pattern of a breath, in parts."""

FREE = ("phases", "instead")
"""Keys below which an author names things freely, so that `move` is no prose there."""

IDLE = re.compile("\n( *)(#.*)?(?=\n|$)")
"""The next line, if it is empty or only a comment."""


def format_text(text: str) -> str:
    """Return the text of a file without a problem as it should stand; the same again stays the same."""
    text = cleaned(text)
    return text if is_tangled(text) else _Layout(text).whole()


_Entry = tuple[str, str, str]
"""A key, the lines above it, and what stands from it on."""


@dataclass
class _Layout:
    text: str
    tables: dict[tuple[int, int], MappingNode] = field(default_factory=dict)

    @cached_property
    def root(self) -> Any:
        return yaml.compose(self.text, Loader=LOADER)

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def whole(self) -> str:
        """Return the whole text, laid out."""
        tree, _ = parse_yaml(self.text, "")
        self._index(tree)
        start, end = self.root.start_mark.index, self._end(self.root)
        if self.root.flow_style:
            return self.text[:start] + self._flow(self.root, None) + self.text[end:]
        head, above = _head(self.text[: self._line_start(start)])
        return head + self._below(self.root, None, above) + self.text[end:]

    def _index(self, node: Node | None) -> None:
        if isinstance(node, MappingNode):
            self.tables[node.place.line, node.place.column] = node
            for entry in node.entries:
                self._index(entry.node)
        elif isinstance(node, SequenceNode):
            for item in node.items:
                self._index(item)

    def _end(self, node: Any) -> int:
        """Return where a node ends: with its last letter, or in block style with the line of that."""
        if isinstance(node, yaml.ScalarNode) or node.flow_style:
            start, end = int(node.start_mark.index), int(node.end_mark.index)
            raw = self.text[start:end]
            style = getattr(node, "style", None)
            blank_lines = style in ("|", ">") and node.value.rstrip("\n") != node.value.rstrip()
            return start + len(raw.rstrip("\n") if blank_lines else raw.rstrip())
        if isinstance(node, yaml.MappingNode):
            return self._own_end(self._end(node.value[-1][1]), node.start_mark.column)
        return self._line_end(self._end(node.value[-1]))

    def _line_end(self, index: int) -> int:
        found = self.text.find("\n", index)
        return len(self.text) if found < 0 else found

    def _own_end(self, index: int, column: int) -> int:
        """Return where an entry ends whose last line holds a place: with comments below it that are indented deeper."""
        end = place = self._line_end(index)
        while idle := IDLE.match(self.text, place):
            place = idle.end()
            if idle[2]:
                if len(idle[1]) <= column:
                    break
                end = place
        return end

    def _node(self, node: Any, key: str | None) -> str:
        """Return a node below a key, up to its end; a mapping in block style is laid out by those who know its lead."""
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, key)
        if isinstance(node, yaml.MappingNode) and (short := self._short(node, key)):
            return short
        return self._flow(node, key) if node.flow_style else self._sequence(node, key)

    def _below(self, node: Any, parent: str | None, above: str) -> str:
        """Return a block mapping on lines of its own, with the comments above its first key."""
        leads, body = self._mapping(node, parent, above)
        return f"{leads}{' ' * node.start_mark.column}{body}"

    def _mapping(self, node: Any, parent: str | None, above: str = "") -> tuple[str, str]:
        """Return the comments that stand above a block mapping now, and the mapping with its keys in order."""
        entries: list[_Entry] = []
        column, cursor = node.start_mark.column, -1
        for key, value in node.value:
            lead = self.text[cursor + 1 : self._line_start(key.start_mark.index)] if entries else above
            end = self._end(value)
            cursor = self._own_end(end, column)
            entries.append((key.value, lead, self._entry(key, value) + self.text[end:cursor]))
        ranked = self._ranked(parent, entries)
        if ranked[0] is not entries[0]:
            ranked = _led(ranked, entries[0], " " * column)
        (_, leads, first), *others = ranked
        return leads, first + "".join(f"\n{lead}{' ' * column}{body}" for _, lead, body in others)

    def _entry(self, key: Any, value: Any) -> str:
        """Return a key with its value, up to the end of that."""
        gap = self.text[key.end_mark.index : value.start_mark.index]
        block = isinstance(value, yaml.MappingNode) and not value.flow_style
        if block and ("#" in gap or not self._short(value, key.value)):
            line, _, above = gap.partition("\n")
            above = above[: above.rfind("\n") + 1]
            return f"{self._key(key)}{line}\n{self._below(value, key.value, above)}"
        return _joined(self._key(key) + (": " if gap == ":" else gap), self._node(value, key.value))

    def _line_start(self, index: int) -> int:
        return self.text.rfind("\n", 0, index) + 1

    def _ranked(self, parent: str | None, entries: list[_Entry]) -> list[_Entry]:
        known = order(parent, frozenset(key for key, *_ in entries))
        return sorted(entries, key=lambda entry: known.index(entry[0]) if entry[0] in known else len(known))

    def _sequence(self, node: Any, key: str | None) -> str:
        parts: list[str] = []
        cursor = node.start_mark.index
        for item in node.value:
            before = self.text[cursor : item.start_mark.index]
            parts.append(before)
            if isinstance(item, yaml.MappingNode) and not item.flow_style and not self._short(item, key):
                leads, body = self._mapping(item, key)
                parts[-1] = _above(before, leads, " " * node.start_mark.column)
                parts.append(body)
            else:
                parts.append(self._node(item, key))
            cursor = self._end(item)
        return "".join(parts) + self.text[cursor : self._end(node)]

    def _flow(self, node: Any, key: str | None) -> str:
        """Return a node in flow style; its lines stay as they are, and so does all of it where it has a comment."""
        table = isinstance(node, yaml.MappingNode)
        spans = (
            [(pair[0].start_mark.index, self._end(pair[1])) for pair in node.value]
            if table
            else [(item.start_mark.index, self._end(item)) for item in node.value]
        )
        start, end = node.start_mark.index, self._end(node)
        gaps = [
            self.text[first:last] for (_, first), (last, _) in pairwise([(start, start + 1), *spans, (end - 1, end)])
        ]
        if self.text[start] in "[{" and any("#" in gap for gap in gaps):
            return self.text[start:end]
        if table:
            bodies = [
                body for *_, body in self._ranked(key, [self._pair(name, value, key) for name, value in node.value])
            ]
        else:
            bodies = [self._node(item, key) for item in node.value]
            if key in PROSE_LISTS and bodies:
                indent = " " * len(_leader(self.lines[node.start_mark.line]))
                return "".join(f"\n{indent}  - {body}" for body in bodies)
        opening, closing = "{}" if table else "[]"
        if self.text[start] != opening:
            return opening + ", ".join(bodies) + closing
        seps = ["", *[", "] * (len(bodies) - 1), ""] if bodies else [""]
        kept = [gap if "\n" in gap else sep for gap, sep in zip(gaps, seps, strict=True)]
        return opening + "".join(map("".join, zip_longest(kept, bodies, fillvalue=""))) + closing

    def _pair(self, name: Any, value: Any, parent: str | None) -> _Entry:
        """Return a key in braces with its value; what an author names freely is no prose."""
        known = None if parent in FREE else name.value
        return name.value, "", f"{self._key(name)}: {self._node(value, known)}".rstrip()

    def _key(self, node: Any) -> str:
        return word(self.text[node.start_mark.index : node.end_mark.index], node.value, node.style)

    def _short(self, node: Any, key: str | None) -> str | None:
        """Return the short form of a dose written with its parts, if it has one and no comment would be lost."""
        table = self.tables.get((node.start_mark.line + 1, node.start_mark.column + 1))
        if key not in DOSED or not table or "#" in self.text[node.start_mark.index : self._end(node)]:
            return None
        return short_form(key, table)

    def _scalar(self, node: Any, key: str | None) -> str:
        return scalar(self.text[node.start_mark.index : self._end(node)], node.value, node.style, key)


def _joined(key: str, value: str) -> str:
    """Return a key with its value, on one line where that has become short."""
    if value.startswith("\n"):
        return key.rstrip(" ") + value
    if "\n" in key and "#" not in key and ": " not in value and "\n" not in value and not value.startswith("-"):
        return f"{key.split(chr(10))[0].rstrip()} {value}"
    return key + value


def _above(before: str, leads: str, indent: str) -> str:
    """Return what stands before an item, with comments put above its hyphen."""
    lines, newline, hyphen = before.rpartition("\n")
    hyphen = hyphen.removeprefix(indent)
    moved = "".join(f"{line.strip()}\n{indent}" for line in leads.splitlines() if line.strip())
    return lines + newline + (indent if newline else "") + moved + hyphen


def _leader(line: str) -> str:
    """Return the indentation of a line, with the hyphens of lists in it."""
    return line[: len(line) - len(line.lstrip(" -"))]


def _head(before: str) -> tuple[str, str]:
    """Return what is the head of a file, to its last empty line, and the comments of its first key.

    Without an empty line all of it is the head.
    """
    head, empty, above = before.rpartition("\n\n")
    is_comments = all(line.startswith("#") for line in above.splitlines())
    return (head + empty, above) if empty and is_comments else (before, "")


def _led(ranked: list[_Entry], displaced: _Entry, indent: str) -> list[_Entry]:
    """Return entries whose first one has left the empty lines above it to the one it took the place of."""
    key, lead, body = ranked[0]
    comments = lead.lstrip("\n")
    dedented = re.sub(f"^{indent} +(?=#)", indent, displaced[1], flags=re.MULTILINE)
    fresh = (displaced[0], lead[: len(lead) - len(comments)] + dedented, displaced[2])
    return [(key, comments, body), *(fresh if entry is displaced else entry for entry in ranked[1:])]
