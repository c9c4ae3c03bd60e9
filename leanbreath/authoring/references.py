"""What assessments, and the way from them to drills, name must be there."""

from collections.abc import Iterator, Mapping, Set
from typing import Any

from leanbreath.routine.assessment import Assessment, Limiters
from leanbreath.routine.library import Library
from leanbreath.routine.problems import Problem, suggestion, with_list_command
from leanbreath.routine.reader import ReadResult, with_source_lines
from leanbreath.routine.reader.converter import UNKNOWN_NAME_RULE
from leanbreath.routine.reader.yaml_tree import MappingNode, Node, ScalarNode, SequenceNode


def assessment_problems(reading: ReadResult[Assessment], library: Library, sources: Set[str]) -> tuple[Problem, ...]:
    """Return the problems of an assessment that was read."""
    if reading.value is None or reading.problems or reading.tree is None:
        return reading.problems
    tree = reading.tree
    found = [
        *(
            problem
            for key in ("of", "in-place-of")
            for problem in unknown(tree.get(key), "assessment", library.assessment_files)
        ),
        *(problem for node in leaves(tree.get("sources")) for problem in unknown(node, "source", sources)),
    ]
    return with_source_lines(tuple(found), reading.text)


def limiters_problems(reading: ReadResult[Limiters], library: Library) -> tuple[Problem, ...]:
    """Return the problems of the way from assessments to drills that was read."""
    if reading.value is None or reading.problems or reading.tree is None:
        return reading.problems
    kinds = {
        **dict.fromkeys(("order", "assessments", "assessment", "limited"), ("assessment", library.assessment_files)),
        **dict.fromkeys(("drills", "pre-run", "always"), ("drill", library.drill_files)),
        "routine": ("routine", library.routine_files),
        "lesson": ("lesson", library.lesson_files),
        "passing": ("plan", library.plan_files),
    }
    named = ((key, node) for key, node in _named(reading.tree) if key in kinds)
    found = [problem for key, node in named for problem in unknown(node, *kinds[key])]
    reports = [node for key, node in _named(reading.tree.get("limiters")) if key == "reports"]
    found += [problem for node in reports for problem in unknown(node, "report", reading.value.reports)]
    return with_source_lines(tuple(found), reading.text)


def unknown(node: Node | None, kind: str, known: Mapping[str, Any] | Set[str]) -> Iterator[Problem]:
    """Yield a problem where a node names something that is not there."""
    name = node.value if isinstance(node, ScalarNode) else None
    if node and isinstance(name, str) and name not in known:
        fix = with_list_command(suggestion(name, known), kind)
        yield Problem(node.place, f'there is no {kind} "{name}"', fix, rule=UNKNOWN_NAME_RULE)


def leaves(node: Node | None) -> Iterator[Node]:
    """Yield the texts of a list, or of lists in it."""
    if isinstance(node, SequenceNode):
        for item in node.items:
            yield from leaves(item)
    elif isinstance(node, MappingNode):
        for entry in node.entries:
            yield from leaves(entry.node)
    elif node is not None:
        yield node


def _named(node: Node | None) -> Iterator[tuple[str, Node]]:
    """Yield each key with each text below it that no key lies between."""
    if isinstance(node, SequenceNode):
        for item in node.items:
            yield from _named(item)
    for entry in node.entries if isinstance(node, MappingNode) else ():
        if isinstance(entry.node, ScalarNode) or entry.key == "always":
            yield from ((entry.key, leaf) for leaf in leaves(entry.node))
        elif isinstance(entry.node, SequenceNode):
            yield from ((entry.key, item) for item in entry.node.items if isinstance(item, ScalarNode))
            yield from _named(entry.node)
        else:
            yield from _named(entry.node)
