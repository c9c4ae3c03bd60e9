"""Checks that the assessments, drills and other things that a file refers to exist."""

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

from leanbreath.routine.assessment import Assessment, Limiters
from leanbreath.routine.lesson import links
from leanbreath.routine.library import Library
from leanbreath.routine.name_suggestions import suggestion, with_list_command
from leanbreath.routine.problems import Place, Problem
from leanbreath.routine.reader import ReadResult, with_source_lines
from leanbreath.routine.reader.converter import UNKNOWN_NAME_RULE
from leanbreath.routine.reader.syntax_errors import end_of
from leanbreath.routine.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode

Known = Mapping[str, Any] | Set[str]


def assessment_problems(result: ReadResult[Assessment], library: Library, sources: Set[str]) -> tuple[Problem, ...]:
    """Return the problems of an assessment."""
    if result.value is None or result.problems or result.tree is None:
        return result.problems
    found = _unknown_names(
        *((result.tree.get(key), "assessment", library.assessment_files) for key in ("of", "in-place-of")),
        (result.tree.get("figure"), "pose", library.pose_files),
        *((node, "source", sources) for node in scalars(result.tree.get("sources"))),
    )
    return with_source_lines(found, result.text)


def limiters_problems(result: ReadResult[Limiters], library: Library) -> tuple[Problem, ...]:
    """Return the problems of a file of limiters."""
    if result.value is None or result.problems or result.tree is None:
        return result.problems
    kinds = {
        **dict.fromkeys(
            ("order", "apart", "assessments", "assessment", "limited"), ("assessment", library.assessment_files)
        ),
        **dict.fromkeys(("drills", "pre-run", "always"), ("drill", library.drill_files)),
        "routine": ("routine", library.routine_files),
        "lesson": ("lesson", library.lesson_files),
        "passing": ("plan", library.plan_files),
    }
    reports = result.value.reports
    asked = {**library.assessment_files, **reports}
    found = _unknown_names(
        *((node, *kinds[key]) for key, node in _keyed_scalars(result.tree) if key in kinds),
        *((node, "report", reports) for key, node in _keyed_scalars(result.tree.get("limiters")) if key == "reports"),
        *((node, "assessment or report", asked) for key, node in _keyed_scalars(result.tree) if key == "short"),
    )
    return with_source_lines(found, result.text)


def lesson_problems(result: ReadResult[str], library: Library, file: str) -> tuple[Problem, ...]:
    """Return the problems of a lesson: what it links to has to exist."""
    text = result.value or ""
    kinds = {
        "run": ("routine", library.routine_files),
        "measure": ("assessment", library.assessment_files),
        "drill": ("drill", library.drill_files),
        "lesson": ("lesson", library.lesson_files),
    }
    found = (
        _no_such(end_of(text[: link.start], file), *kinds[link.kind], link.id)
        for link in links(text)
        if link.id not in kinds[link.kind][1]
    )
    return result.problems + with_source_lines(tuple(found), text)


def _unknown_names(*names: tuple[Node | None, str, Known]) -> tuple[Problem, ...]:
    return tuple(problem for name in names for problem in unknown_name(*name))


def unknown_name(node: Node | None, kind: str, known: Known) -> Iterator[Problem]:
    """Yield a problem if a node names something that doesn't exist."""
    name = node.value if isinstance(node, ScalarNode) else None
    if node and isinstance(name, str) and name not in known:
        yield _no_such(node.place, kind, known, name)


def _no_such(place: Place, kind: str, known: Known, name: str) -> Problem:
    fix = with_list_command(suggestion(name, known), kind)
    return Problem(place, f'no {kind} "{name}"', fix, rule=UNKNOWN_NAME_RULE)


def scalars(node: Node | None) -> Iterator[Node]:
    """Yield the scalar values of a node, however deep."""
    if isinstance(node, SequenceNode):
        for item in node.items:
            yield from scalars(item)
    elif isinstance(node, MappingNode):
        for entry in node.entries:
            yield from scalars(entry.node)
    elif node is not None:
        yield node


def references(node: Node | None, keys: Iterable[str]) -> Iterator[tuple[str, Node]]:
    """Yield each of some keys with each name below it, in a file and in its steps, however deep."""
    for entry in node.entries if isinstance(node, MappingNode) else ():
        if entry.key in keys:
            yield from ((entry.key, leaf) for leaf in scalars(entry.node))
        elif entry.key == "steps" and isinstance(entry.node, SequenceNode):
            for step in entry.node.items:
                yield from references(step, keys)


def _keyed_scalars(node: Node | None) -> Iterator[tuple[str, Node]]:
    """Yield each key with each scalar that stands directly below it."""
    if isinstance(node, SequenceNode):
        for item in node.items:
            yield from _keyed_scalars(item)
    for entry in node.entries if isinstance(node, MappingNode) else ():
        if isinstance(entry.node, ScalarNode) or entry.key == "always":
            yield from ((entry.key, leaf) for leaf in scalars(entry.node))
        elif isinstance(entry.node, SequenceNode):
            yield from ((entry.key, item) for item in entry.node.items if isinstance(item, ScalarNode))
            yield from _keyed_scalars(entry.node)
        else:
            yield from _keyed_scalars(entry.node)
