"""The text of a YAML file, and where in it lines, nodes and entries end."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

COMMENT_OR_EMPTY = re.compile("\n( *)(#.*)?(?=\n|$)")
"""The next line, if it is empty or only a comment."""


@dataclass(frozen=True)
class SourceText:
    """A text, with questions about its places; a place is an index into it."""

    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")

    def line_start(self, index: int) -> int:
        """Return where the line of a place starts."""
        return self.text.rfind("\n", 0, index) + 1

    def line_end(self, index: int) -> int:
        """Return where the line of a place ends, before its line feed."""
        found = self.text.find("\n", index)
        return len(self.text) if found < 0 else found

    def entry_end(self, index: int, column: int) -> int:
        """Return where an entry ends whose last line is known: after the comments below that are indented deeper."""
        end = place = self.line_end(index)
        while line := COMMENT_OR_EMPTY.match(self.text, place):
            place = line.end()
            if line[2]:
                if len(line[1]) <= column:
                    break
                end = place
        return end

    def node_end(self, node: Any) -> int:
        """Return where a node ends: after its last character, or in block style at the end of that line."""
        if isinstance(node, yaml.ScalarNode) or node.flow_style:
            start, end = int(node.start_mark.index), int(node.end_mark.index)
            raw = self.text[start:end]
            style = getattr(node, "style", None)
            has_blank_lines = style in ("|", ">") and node.value.rstrip("\n") != node.value.rstrip()
            return start + len(raw.rstrip("\n") if has_blank_lines else raw.rstrip())
        if isinstance(node, yaml.MappingNode):
            return self.entry_end(self.node_end(node.value[-1][1]), node.start_mark.column)
        return self.line_end(self.node_end(node.value[-1]))

    def raw(self, node: Any) -> str:
        """Return a node as it is written."""
        return self.text[node.start_mark.index : self.node_end(node)]

    def gaps(self, node: Any) -> list[str]:
        """Return what is written before, between and after the items of a node in flow style, inside its brackets."""
        items = [pair if isinstance(node, yaml.MappingNode) else (pair, pair) for pair in node.value]
        spans = [(first.start_mark.index, self.node_end(last)) for first, last in items]
        start, end = node.start_mark.index, self.node_end(node)
        starts, ends = [*(first for first, _ in spans), end - 1], [start + 1, *(last for _, last in spans)]
        return [self.text[after:before] for after, before in zip(ends, starts, strict=True)]
