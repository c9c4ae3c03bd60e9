"""The drills that a user substitutes for others: whether they exist, and demand no more than what they replace."""

from collections.abc import Iterator
from pathlib import Path

from leanbreath.authoring.reference_check import unknown_name
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill
from leanbreath.routine.problems import Problem
from leanbreath.routine.reader import file_content, with_source_lines
from leanbreath.routine.reader.read_result import parse_mapping
from leanbreath.routine.vocabulary import Goal
from leanbreath.routine.yaml_nodes import Entry, MappingNode, ScalarNode

FAMILIES: dict[Goal, str] = {
    "release": "calm",
    "rest": "calm",
    "awareness": "calm",
    "mobility-static": "mobility",
    "mobility-dynamic": "mobility",
    "trunk-control": "strength",
    "strength": "strength",
}
"""Goals that can replace each other; any other goal can only replace itself."""

WHY = "A substitute is used wherever the original appears, in routines that were planned around the original."


def substitution_problems(settings: Path, library: Library) -> tuple[tuple[str, Problem], ...]:
    """Return each problem of the substitutes that settings name under `instead`, with the id of the original."""
    raw = file_content(settings)
    text, table, _ = ("", None, ()) if isinstance(raw, Problem) else parse_mapping(raw, str(settings))
    instead = table.get("instead") if table else None
    entries = instead.entries if isinstance(instead, MappingNode) else ()
    return tuple(
        (entry.key, each) for entry in entries for each in with_source_lines(tuple(_problems(entry, library)), text)
    )


def _problems(entry: Entry, library: Library) -> Iterator[Problem]:
    """Yield the problems of one substitution."""
    missing = [
        *unknown_name(ScalarNode(entry.key, entry.place), "drill", library.drill_files),
        *unknown_name(entry.node, "drill", library.drill_files),
    ]
    yield from missing
    name = entry.node.value if isinstance(entry.node, ScalarNode) else None
    if not missing and isinstance(name, str):
        old, new = library.drill(entry.key).value, library.drill(name).value
        if old and new and (differences := _differences(old, new)):
            demands, original = (" and ".join(each) for each in zip(*differences, strict=True))
            message = f"{new.drill} is {demands}; {old.drill}, which it replaces, is {original}"
            yield Problem(entry.node.place, message, "choose a drill that is more like it", severity="warning", why=WHY)


def _differences(old: Drill, new: Drill) -> list[tuple[str, str]]:
    """Return how a substitute differs in goal, or demands more: what it is, and what the original is."""
    found = []
    if old.goal and new.goal and FAMILIES.get(old.goal, old.goal) != FAMILIES.get(new.goal, new.goal):
        found.append((f"for {new.goal}", f"for {old.goal}"))
    if new.safety_class > old.safety_class:
        found.append((f"of safety class {new.safety_class}", f"of safety class {old.safety_class}"))
    return found
