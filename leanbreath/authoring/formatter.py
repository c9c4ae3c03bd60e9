"""Formats a drill, routine or plan: short forms, quoted prose, keys in order; comments and blank lines stay.

The text is edited at the places of its nodes and never generated anew, so whatever has no rule stays as it is.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import Any

import yaml

from leanbreath.authoring.key_order import PROSE_LISTS
from leanbreath.authoring.scalar_style import format_scalar, format_word, short_form
from leanbreath.authoring.source_text import SourceText
from leanbreath.authoring.text_cleanup import clean, is_tangled
from leanbreath.authoring.yaml_entries import Entry, in_order, split_head, with_comments_above, with_leads_in_place
from leanbreath.routine.reader.syntax_errors import LOADER
from leanbreath.routine.reader.yaml_tree import parse_yaml
from leanbreath.routine.work import KINDS
from leanbreath.routine.yaml_nodes import MappingNode, Node, SequenceNode

DOSE_KEYS = (*KINDS, "pattern", "to", "least", "most", "levels")
"""Keys whose value may be a dose, or the pattern of a breath, in parts."""

FREE_KEYS = ("phases", "instead", "words")
"""Keys below which an author chooses the names, so that `move` is no prose there."""


def format_text(text: str) -> str:
    """Return the formatted text of a file without problems; formatting it again changes nothing."""
    text = clean(text)
    return text if is_tangled(text) else _Formatter(SourceText(text)).formatted()


@dataclass(frozen=True)
class _Formatter:
    source: SourceText

    @cached_property
    def mappings(self) -> dict[tuple[int, int], MappingNode]:
        """The mappings of the reader's tree by line and column."""
        tree, _ = parse_yaml(self.source.text, "")
        return {(each.place.line, each.place.column): each for each in _mappings(tree)}

    def formatted(self) -> str:
        """Return the whole text, formatted."""
        text = self.source.text
        root: Any = yaml.compose(text, Loader=LOADER)
        start, end = root.start_mark.index, self.source.node_end(root)
        if root.flow_style:
            return text[:start] + self.flow(root, None) + text[end:]
        head, above = split_head(text[: self.source.line_start(start)])
        return head + self.mapping_below(root, None, above) + text[end:]

    def node(self, node: Any, key: str | None, in_brackets: bool = False) -> str:
        """Return a node below a key, up to its end; a mapping in block style has methods of its own.

        `in_brackets` is whether it stands in brackets, where nothing can be in block style.
        """
        if isinstance(node, yaml.ScalarNode):
            return format_scalar(self.source.raw(node), node.value, node.style, key)
        if isinstance(node, yaml.MappingNode) and (short := self.short(node, key)):
            return short
        return self.flow(node, key, in_brackets) if node.flow_style else self.sequence(node, key)

    def short(self, node: Any, key: str | None) -> str | None:
        """Return the short form of a dose given in parts, if it has one and no comment would be lost."""
        mapping = self.mappings.get((node.start_mark.line + 1, node.start_mark.column + 1))
        if key not in DOSE_KEYS or not mapping or "#" in self.source.raw(node):
            return None
        return short_form(key, mapping)

    def key(self, node: Any) -> str:
        """Return a key."""
        return format_word(self.source.text[node.start_mark.index : node.end_mark.index], node.value, node.style)

    def mapping_below(self, node: Any, parent: str | None, above: str) -> str:
        """Return a block mapping on its own lines, with the comments above its first key."""
        comments, body = self.mapping(node, parent, above)
        return f"{comments}{' ' * node.start_mark.column}{body}"

    def mapping(self, node: Any, parent: str | None, above: str = "") -> tuple[str, str]:
        """Return the comments that are now above a block mapping, and the mapping with its keys in order."""
        indent = " " * node.start_mark.column
        entries = self.entries(node, above)
        ordered = in_order(entries, parent)
        if ordered[0] is not entries[0]:
            ordered = with_leads_in_place(ordered, entries[0], indent)
        (_, comments, first), *others = ordered
        return comments, first + "".join(f"\n{lead}{indent}{body}" for _, lead, body in others)

    def entries(self, node: Any, above: str) -> list[Entry]:
        """Return the entries of a block mapping, each formatted, with the comments above the first."""
        text, entries, last_end = self.source.text, list[Entry](), -1
        for key, value in node.value:
            lead = text[last_end + 1 : self.source.line_start(key.start_mark.index)] if entries else above
            end = self.source.node_end(value)
            last_end = self.source.entry_end(end, node.start_mark.column)
            entries.append(Entry(key.value, lead, self.entry(key, value) + text[end:last_end]))
        return entries

    def entry(self, key: Any, value: Any) -> str:
        """Return a key with its value, up to the end of the value."""
        gap = self.source.text[key.end_mark.index : value.start_mark.index]
        is_block = isinstance(value, yaml.MappingNode) and not value.flow_style
        if is_block and ("#" in gap or not self.short(value, key.value)):
            line, _, above = gap.partition("\n")
            above = above[: above.rfind("\n") + 1]
            return f"{self.key(key)}{line}\n{self.mapping_below(value, key.value, above)}"
        return _with_value(self.key(key) + (": " if gap == ":" else gap), self.node(value, key.value))

    def sequence(self, node: Any, key: str | None) -> str:
        """Return a list in block style."""
        parts: list[str] = []
        cursor = node.start_mark.index
        for item in node.value:
            before = self.source.text[cursor : item.start_mark.index]
            if isinstance(item, yaml.MappingNode) and not item.flow_style and not self.short(item, key):
                comments, body = self.mapping(item, key)
                before = with_comments_above(before, comments, " " * node.start_mark.column)
            else:
                body = self.node(item, key)
            parts += (before, body)
            cursor = self.source.node_end(item)
        return "".join(parts) + self.source.text[cursor : self.source.node_end(node)]

    def flow(self, node: Any, key: str | None, in_brackets: bool = False) -> str:
        """Return a node in flow style; its line breaks stay, and one with a comment stays entirely as it is."""
        is_bracketed, gaps = self.source.text[node.start_mark.index] in "[{", self.source.gaps(node)
        if is_bracketed and any("#" in gap for gap in gaps):
            return self.source.raw(node)
        if isinstance(node, yaml.MappingNode):
            pairs = [self.pair(name, value, key) for name, value in node.value]
            bodies, brackets = [pair.body for pair in in_order(pairs, key)], ("{", "}")
        else:
            bodies, brackets = [self.node(item, key, True) for item in node.value], ("[", "]")
            if key in PROSE_LISTS and bodies and not in_brackets:
                indent = " " * len(_leader(self.source.lines[node.start_mark.line]))
                return "".join(f"\n{indent}  - {body}" for body in bodies)
        return _in_brackets(brackets, bodies, gaps if is_bracketed else None)

    def pair(self, name: Any, value: Any, parent: str | None) -> Entry:
        """Return a key in braces with its value; a name that an author chose is no key of prose."""
        key = None if parent in FREE_KEYS and name.value != "say" else name.value
        return Entry(name.value, "", f"{self.key(name)}: {self.node(value, key, True)}".rstrip())


def _mappings(node: Node | None) -> list[MappingNode]:
    if isinstance(node, MappingNode):
        return [node, *(each for entry in node.entries for each in _mappings(entry.node))]
    if isinstance(node, SequenceNode):
        return [each for item in node.items for each in _mappings(item)]
    return []


def _in_brackets(brackets: tuple[str, str], bodies: list[str], gaps: list[str] | None) -> str:
    """Return items in brackets; a gap with a line break stays as it is written."""
    opening, closing = brackets
    if gaps is None:
        return opening + ", ".join(bodies) + closing
    separators = ["", *[", "] * (len(bodies) - 1), ""] if bodies else [""]
    kept = [gap if "\n" in gap else separator for gap, separator in zip(gaps, separators, strict=True)]
    return opening + "".join(map("".join, zip_longest(kept, bodies, fillvalue=""))) + closing


def _with_value(key: str, value: str) -> str:
    """Return a key with its value, on one line if the value has become short."""
    if value.startswith("\n"):
        return key.rstrip(" ") + value
    if "\n" in key and "#" not in key and ": " not in value and "\n" not in value and not value.startswith("-"):
        return f"{key.split(chr(10))[0].rstrip()} {value}"
    return key + value


def _leader(line: str) -> str:
    """Return the indentation of a line, including the hyphens of lists."""
    return line[: len(line) - len(line.lstrip(" -"))]
