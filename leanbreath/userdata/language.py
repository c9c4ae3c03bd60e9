"""The phrases of another language: a YAML file with the keys of `Phrases`; what it leaves out stays English."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from leanbreath.routine.problems import Problem
from leanbreath.routine.reader import ReadResult, read_file_as, with_source_lines
from leanbreath.routine.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode
from leanbreath.score.phrases import ENGLISH, Phrases

PLACEHOLDER = re.compile(r"\{[^{}]*\}|[{}]")
"""A name in braces, or a brace without its partner."""

TABLES = ("sides", "switch", "phases", "calls", "needs")
"""Phrases by name; the names that a file leaves out stay English."""


def read_phrases(path: Path) -> ReadResult[Phrases]:
    """Return the phrases in a file; each has only the placeholders that the English one has."""
    reading: ReadResult[Phrases] = read_file_as(path, Phrases)
    if reading.problems or reading.value is None or reading.tree is None:
        return reading
    phrases = replace(reading.value, **{name: getattr(ENGLISH, name) | getattr(reading.value, name) for name in TABLES})
    return ReadResult(phrases, with_source_lines(tuple(_problems(reading.tree)), reading.text), reading.tree)


def _problems(tree: MappingNode) -> Iterator[Problem]:
    for entry in tree.entries:
        yield from _phrase_problems(entry.key, entry.node, getattr(ENGLISH, entry.key.replace("-", "_")))


def _phrase_problems(key: str, node: Node, english: object) -> Iterator[Problem]:
    """Yield the problems of a phrase, or of each form of one that has a singular and a plural."""
    if isinstance(node, SequenceNode) and isinstance(english, tuple):
        for item, text in zip(node.items, english, strict=False):
            yield from _phrase_problems(key, item, text)
    if isinstance(node, ScalarNode) and isinstance(english, str):
        known, used = (set(PLACEHOLDER.findall(text)) for text in (english, str(node.value)))
        if unknown := sorted(used - known):
            fix = f"use only {', '.join(sorted(known))}" if known else "remove it; this text has no placeholders"
            yield Problem(node.place, f'unknown placeholder {unknown[0]} in "{key}"', fix)
