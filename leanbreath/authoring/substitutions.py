"""Drills that a user does in the place of others: whether they are there, and ask no more than what they replace."""

from collections.abc import Iterator
from pathlib import Path

from leanbreath.authoring.references import unknown
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill
from leanbreath.routine.problems import Problem
from leanbreath.routine.reader import file_content, with_source_lines
from leanbreath.routine.reader.read_result import parse_mapping
from leanbreath.routine.reader.yaml_tree import Entry, MappingNode, ScalarNode
from leanbreath.routine.vocabulary import Goal

FAMILIES: dict[Goal, str] = {
    "release": "calm",
    "rest": "calm",
    "awareness": "calm",
    "mobility-static": "mobility",
    "mobility-dynamic": "mobility",
    "trunk-control": "strength",
    "strength": "strength",
}
"""Goals that can stand for each other; any other stands for itself."""

WHY = "What is done in the place of a drill is done wherever that stands, in what was planned around it."


def substitution_problems(settings: Path, library: Library) -> tuple[tuple[str, Problem], ...]:
    """Return each problem of the drills that settings name under `instead`, with the drill that is replaced."""
    raw = file_content(settings)
    text, table, _ = ("", None, ()) if isinstance(raw, Problem) else parse_mapping(raw, str(settings))
    instead = table.get("instead") if table else None
    entries = instead.entries if isinstance(instead, MappingNode) else ()
    return tuple(
        (entry.key, each) for entry in entries for each in with_source_lines(tuple(_wrong(entry, library)), text)
    )


def _wrong(entry: Entry, library: Library) -> Iterator[Problem]:
    """Yield what is wrong with one drill in the place of another, or else what is unwise about it."""
    missing = [
        *unknown(ScalarNode(entry.key, entry.place), "drill", library.drill_files),
        *unknown(entry.node, "drill", library.drill_files),
    ]
    yield from missing
    name = entry.node.value if isinstance(entry.node, ScalarNode) else None
    if not missing and isinstance(name, str):
        old, new = library.drill(entry.key).value, library.drill(name).value
        if old and new and (unlike := _unlike(old, new)):
            asked, instead_of = (" and ".join(each) for each in zip(*unlike, strict=True))
            message = f"{new.drill} is {asked}; {old.drill}, which it replaces, is {instead_of}"
            yield Problem(entry.node.place, message, "take one that is like it", severity="warning", why=WHY)


def _unlike(old: Drill, new: Drill) -> list[tuple[str, str]]:
    """Return how a drill asks for more than the one it replaces, or for something else, and what that one asks for."""
    found = []
    if old.goal and new.goal and FAMILIES.get(old.goal, old.goal) != FAMILIES.get(new.goal, new.goal):
        found.append((f"for {new.goal}", f"for {old.goal}"))
    if new.safety_class > old.safety_class:
        found.append((f"of safety class {new.safety_class}", f"of safety class {old.safety_class}"))
    return found
