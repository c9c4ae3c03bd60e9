"""Finds the id of a drill that an author named by its title."""

from collections.abc import Iterator
from typing import Any

from leanbreath.routine.library import Library
from leanbreath.routine.problems import Place, Problem
from leanbreath.routine.reader import ReadResult
from leanbreath.routine.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode


def with_ids_for_titles(result: ReadResult[Any], library: Library) -> tuple[Problem, ...]:
    """Return the problems of a routine; if a title is given for an id, the fix is the id."""
    wrong = {problem.place for problem in result.problems}
    titles = {place: title.casefold() for place, title in _drill_names(result.tree) if place in wrong}
    if not titles:
        return result.problems
    ids = {drill.title.casefold(): id for id in library.drill_files if (drill := library.drill(id).value)}
    fixes = {place: f"write drill: {ids[title]}" for place, title in titles.items() if title in ids}
    return tuple(each._replace(fix=fixes.get(each.place, each.fix)) for each in result.problems)


def _drill_names(node: Node | None) -> Iterator[tuple[Place, str]]:
    """Yield the place and value of each `drill` key in some steps."""
    for item in node.items if isinstance(node, SequenceNode) else ():
        yield from _drill_names(item)
    for entry in node.entries if isinstance(node, MappingNode) else ():
        if entry.key == "drill" and isinstance(entry.node, ScalarNode) and isinstance(entry.node.value, str):
            yield entry.node.place, entry.node.value.strip()
        elif entry.key == "steps":
            yield from _drill_names(entry.node)
