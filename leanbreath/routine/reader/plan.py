"""Reads plan files; the routines and drills that a plan names must exist."""

from collections.abc import Callable, Iterator
from typing import Any

from leanbreath.routine.model import Drill
from leanbreath.routine.name_suggestions import with_list_command
from leanbreath.routine.plan import Plan
from leanbreath.routine.reader.converter import UNKNOWN_NAME_RULE, Converter
from leanbreath.routine.reader.drill_checks import check_allowed
from leanbreath.routine.reader.read_result import ReadResult, check_id, read_document
from leanbreath.routine.reader.resolver import Resolver, UnresolvedName
from leanbreath.routine.yaml_nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode


def read_plan(raw: bytes, file: str, resolver: Resolver) -> ReadResult[Plan]:
    """Return the plan in a file; its id must be its file name. `resolver` finds the routines and drills it names."""

    def build(converter: Converter, mapping: MappingNode) -> Any:
        plan = converter.convert(Plan, mapping, "plan")
        check_id(converter, mapping, "plan", file)
        check_allowed(converter, mapping)
        check_names(converter, mapping, resolver)
        return plan

    return read_document(raw, file, build)


def check_names(converter: Converter, mapping: MappingNode, resolver: Resolver) -> None:
    """Report each routine, drill and level of a plan that doesn't exist."""
    weeks = [week for week in _items(mapping.get("weeks")) if isinstance(week, MappingNode)]
    for node in _routine_nodes(mapping, weeks):
        _resolved(converter, node, resolver.include, "routine")
    for week in weeks:
        lean = week.get("lean")
        for entry in lean.entries if isinstance(lean, MappingNode) else ():
            drill = _resolved(converter, ScalarNode(entry.key, entry.place), resolver.drill, "drill")
            if isinstance(drill, Drill):
                _check_level(converter, entry, drill)


def _routine_nodes(mapping: MappingNode, weeks: list[MappingNode]) -> Iterator[Node | None]:
    for each in (mapping, *weeks):
        before = each.get("before-runs")
        yield before.get("routine") if isinstance(before, MappingNode) else before
    for week in weeks:
        for sessions in _items(week.get("sessions")):
            if isinstance(sessions, MappingNode):
                yield sessions.get("routine")


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, SequenceNode) else ()


def _resolved(converter: Converter, node: Node | None, find: Callable[[str], object], kind: str) -> object:
    """Return what a name stands for; report it and return INVALID if it is unknown, None if it is no text."""
    if not isinstance(node, ScalarNode) or not isinstance(node.value, str):
        return None
    try:
        return find(node.value)
    except UnresolvedName as unknown:
        return converter.report(node.place, unknown.message, with_list_command(unknown.fix, kind), UNKNOWN_NAME_RULE)


def _check_level(converter: Converter, entry: Entry, drill: Drill) -> None:
    most, level = max(len(drill.levels), 1), entry.node.value if isinstance(entry.node, ScalarNode) else None
    if isinstance(level, str) and level.isdecimal() and int(level) > most:
        message = f'"{entry.key}" has no level {level}'
        converter.report(entry.node.place, message, f"write 1 to {most}" if most > 1 else "write 1")
