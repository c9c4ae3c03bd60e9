"""A drill that is named by its title is answered with its id."""

from collections.abc import Iterator
from typing import Any

from leanbreath.routine.library import Library
from leanbreath.routine.problems import Place, Problem
from leanbreath.routine.reader import ReadResult
from leanbreath.routine.reader.yaml_tree import MappingNode, Node, ScalarNode, SequenceNode


def with_ids_for_titles(reading: ReadResult[Any], library: Library) -> tuple[Problem, ...]:
    """Return the problems of a routine; where a title stands in the place of an id, the fix is that id."""
    at = {problem.place for problem in reading.problems}
    named = {place: title.casefold() for place, title in _drills(reading.tree) if place in at}
    if not named:
        return reading.problems
    ids = {drill.title.casefold(): id for id in library.drill_files if (drill := library.drill(id).value)}
    fixes = {place: f"write drill: {ids[title]}" for place, title in named.items() if title in ids}
    return tuple(each._replace(fix=fixes.get(each.place, each.fix)) for each in reading.problems)


def _drills(node: Node | None) -> Iterator[tuple[Place, str]]:
    """Yield what stands for the id of a drill in each step, and where."""
    for item in node.items if isinstance(node, SequenceNode) else ():
        yield from _drills(item)
    for entry in node.entries if isinstance(node, MappingNode) else ():
        if entry.key == "drill" and isinstance(entry.node, ScalarNode) and isinstance(entry.node.value, str):
            yield entry.node.place, entry.node.value.strip()
        elif entry.key == "steps":
            yield from _drills(entry.node)
