"""The words of another language: a YAML file with the keys of `Phrases`; what it leaves out stays English."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from leanbreath.routine.problems import Problem
from leanbreath.routine.reader import ReadResult, read_file_as, with_source_lines
from leanbreath.routine.reader.yaml_tree import MappingNode, Node, ScalarNode, SequenceNode
from leanbreath.score.phrases import ENGLISH, Phrases

BLANK = re.compile(r"\{[^{}]*\}|[{}]")
"""A name to be filled in, or a brace that belongs to none."""

TABLES = ("sides", "switch", "phases", "calls")
"""Words by a key; those of a key that is left out stay English."""


def read_phrases(path: Path) -> ReadResult[Phrases]:
    """Read a file of phrases; each has the same names in braces as the English one."""
    reading: ReadResult[Phrases] = read_file_as(path, Phrases)
    if reading.problems or reading.value is None or reading.tree is None:
        return reading
    value, problems = reading.value, tuple(_astray(reading.tree))
    whole = replace(value, **{name: getattr(ENGLISH, name) | getattr(value, name) for name in TABLES})
    return ReadResult(whole, with_source_lines(problems, reading.text), reading.tree)


def _astray(tree: MappingNode) -> Iterator[Problem]:
    for entry in tree.entries:
        english = getattr(ENGLISH, entry.key.replace("-", "_"))
        yield from _pairs(entry.key, entry.node, english)


def _pairs(key: str, node: Node, english: object) -> Iterator[Problem]:
    """Yield a problem for each text whose names in braces are not those of the English one."""
    if isinstance(node, SequenceNode) and isinstance(english, tuple):
        if len(node.items) != len(english):
            yield Problem(node.place, f'"{key}" takes {len(english)} texts: for one, and for more', "write both")
        for item, text in zip(node.items, english, strict=False):
            yield from _pairs(key, item, text)
    if isinstance(node, ScalarNode) and isinstance(english, str):
        allowed, found = set(BLANK.findall(english)), set(BLANK.findall(str(node.value)))
        if wrong := sorted(found - allowed):
            fix = f"it may hold {', '.join(sorted(allowed))}" if allowed else "it holds no name in braces"
            yield Problem(node.place, f'"{key}" has nothing to fill into {wrong[0]}', fix)
