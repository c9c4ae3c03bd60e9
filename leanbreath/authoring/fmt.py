"""Lays out a drill, routine or plan: short forms, quoted prose, keys in order; comments and blank lines stay.

The text is edited by the places of its nodes and never written anew, so that whatever has no rule stays as it was.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from leanbreath.authoring.fmt_text import LOADER, cleaned, is_tangled
from leanbreath.authoring.canon import PROSE, PROSE_LISTS, kind_of_work, order
from leanbreath.routine.notation import NotationError
from leanbreath.routine.reader.shape import WRONG, Shaper
from leanbreath.routine.reader.tree import Items, Node, Table, parse
from leanbreath.routine.work import KINDS

PLAIN = re.compile(r"[A-Za-z0-9](?:(?:[A-Za-z0-9 .@_/-]|:(?! ))*[A-Za-z0-9._/-])?")
"""Text that needs no quotes anywhere."""

WORDS = ("null", "true", "false")


def laid_out(text: str) -> str:
    """Return the text of a file without a problem as it should stand; the same again stays the same."""
    text = cleaned(text)
    return text if is_tangled(text) else _Layout(text).whole()


@dataclass
class _Layout:
    text: str
    tables: dict[tuple[int, int], Table] = field(default_factory=dict)

    @cached_property
    def root(self) -> Any:
        return yaml.compose(self.text, Loader=LOADER)

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def whole(self) -> str:
        """Return the whole text, laid out."""
        tree, _ = parse(self.text, "")
        self._index(tree)
        start, end = self.root.start_mark.index, self._end(self.root)
        if self.root.flow_style:
            return self.text[:start] + self._flow(self.root, None) + self.text[end:]
        head, above = _head(self.text[:start])
        leads, body = self._mapping(self.root, None, above)
        return head + leads + body + self.text[self._own_end(end, self.root.start_mark.column) :]

    def _index(self, node: Node | None) -> None:
        if isinstance(node, Table):
            self.tables[node.place.line, node.place.column] = node
            for entry in node.entries:
                self._index(entry.node)
        elif isinstance(node, Items):
            for item in node.items:
                self._index(item)

    def _end(self, node: Any) -> int:
        """Return where a node ends: with its last letter, or in block style with the line of that."""
        if isinstance(node, yaml.ScalarNode) or node.flow_style:
            start, end = int(node.start_mark.index), int(node.end_mark.index)
            return start + len(self.text[start:end].rstrip())
        last: Any = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
        return self._line_end(self._end(last))

    def _line_end(self, index: int) -> int:
        found = self.text.find("\n", index)
        return len(self.text) if found < 0 else found

    def _own_end(self, index: int, column: int) -> int:
        """Return where an entry ends whose last line holds a place: with comments below it that are indented deeper."""
        end = place = self._line_end(index)
        while idle := re.compile("\n( *)(#.*)?(?=\n|$)").match(self.text, place):
            place = idle.end()
            if idle[2]:
                if len(idle[1]) <= column:
                    break
                end = place
        return end

    def _node(self, node: Any, key: str | None) -> str:
        """Return a node below a key, up to its end."""
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, key)
        if isinstance(node, yaml.MappingNode) and (short := self._short(node, key)):
            return short
        if node.flow_style:
            return self._flow(node, key)
        if isinstance(node, yaml.SequenceNode):
            return self._sequence(node, key)
        leads, body = self._mapping(node, key)
        return leads + body

    def _mapping(self, node: Any, parent: str | None) -> tuple[str, str]:
        """Return the comments that have come to stand above a block mapping, and the mapping with its keys in order.

        What stands above its first key belongs to the whole and stays there.
        """
        entries: list[tuple[str, str, str]] = []
        indent = " " * node.start_mark.column
        cursor = None
        for key, value in node.value:
            lead = "" if cursor is None else self.text[cursor + 1 : self._line_start(key.start_mark.index)]
            body = _joined(self.text[key.start_mark.index : value.start_mark.index], self._node(value, key.value))
            cursor = self._line_end(self._end(value))
            entries.append((key.value, lead, body + self.text[self._end(value) : cursor]))
        ranked = self._ranked(parent, entries)
        first, *others = ranked
        text = first[2] + "".join(f"\n{lead}{indent}{body}" for _, lead, body in others)
        lead = first[1].lstrip("\n")
        return (lead.removeprefix(indent) + indent if lead else ""), text

    def _line_start(self, index: int) -> int:
        return self.text.rfind("\n", 0, index) + 1

    def _ranked(self, parent: str | None, entries: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
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
        """Return a node in flow style; one of several lines stays as it is."""
        text = self.text[node.start_mark.index : node.end_mark.index]
        if "\n" in text:
            return text
        if isinstance(node, yaml.MappingNode):
            pairs = [
                (name.value, "", f"{self._key(name)}: {self._node(value, name.value)}".rstrip())
                for name, value in node.value
            ]
            return "{" + ", ".join(body for *_, body in self._ranked(key, pairs)) + "}"
        items = [self._node(item, key) for item in node.value]
        if key in PROSE_LISTS and items:
            indent = re.match(" *", self.lines[node.start_mark.line])
            return "".join(f"\n{indent[0] if indent else ''}  - {item}" for item in items)
        return "[" + ", ".join(items) + "]"

    def _key(self, node: Any) -> str:
        return self.text[node.start_mark.index : node.end_mark.index]

    def _short(self, node: Any, key: str | None) -> str | None:
        """Return the short form of a dose written with its parts, if it has one and no comment would be lost."""
        if key not in (*KINDS, "least", "most", "levels") or "#" in self.text[node.start_mark.index : self._end(node)]:
            return None
        kind = KINDS[key if key in KINDS else kind_of_work(frozenset(name.value for name, _ in node.value))]
        table = self.tables.get((node.start_mark.line + 1, node.start_mark.column + 1))
        value = Shaper().shape(kind, table, "") if table else WRONG
        if value is WRONG:
            return None
        try:
            same = kind.notation.parse(value.text()) == value
        except NotationError:
            return None
        return value.text() if same else None

    def _scalar(self, node: Any, key: str | None) -> str:
        text = self.text[node.start_mark.index : self._end(node)]
        prose = key in PROSE or key in PROSE_LISTS
        if node.style in ("|", ">") or not text or (node.style == '"' and ("\n" in text or prose)):
            return text
        if (prose and node.value not in (*WORDS, "")) or "\n" in text:
            return _quoted(node.value)
        if node.style and not prose and key != "title" and PLAIN.fullmatch(node.value) and node.value not in WORDS:
            return str(node.value)
        return _quoted(node.value) if node.style == "'" else text


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


def _quoted(value: str) -> str:
    """Return a text in double quotes."""
    from json import dumps

    return dumps(value, ensure_ascii=False)
