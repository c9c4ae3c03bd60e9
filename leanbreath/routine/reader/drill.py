"""Builds a drill from its mapping: one dose, with bounds, levels and cues that match it."""

from dataclasses import replace
from typing import Any

from leanbreath.routine.model import Drill
from leanbreath.routine.reader.converter import INVALID, Converter
from leanbreath.routine.reader.drill_checks import check_cues, check_figure, check_sets, check_sides, check_words
from leanbreath.routine.reader.limits import size_of_drill
from leanbreath.routine.reader.open_work import build_open_work
from leanbreath.routine.work import KINDS, Work
from leanbreath.routine.yaml_nodes import MappingNode, Node, SequenceNode


def build_drill(converter: Converter, mapping: MappingNode, type_: type[Drill] = Drill) -> Any:
    """Return the drill of a mapping, or INVALID."""
    drill = converter.convert(type_, mapping, "drill")
    kinds = [kind for kind in KINDS if mapping.get(kind) is not None]
    if len(kinds) != 1:
        return _report_dose_count(converter, mapping, kinds)
    work = converter.convert(KINDS[kinds[0]], mapping.get(kinds[0]) or mapping, kinds[0])
    doses = build_doses(converter, mapping, kinds[0], work)
    if work is not INVALID:
        check_cues(converter, mapping, work)
        check_sides(converter, mapping, work)
        check_figure(converter, mapping, work)
        check_words(converter, mapping, work)
        work = build_open_work(converter, mapping, work, None if drill is INVALID else drill.expect)
    has_sets = work is not INVALID and check_sets(converter, mapping, work)
    return (
        INVALID
        if INVALID in (drill, work, *doses.values()) or not has_sets
        else _within_limits(converter, mapping, replace(drill, **{kinds[0]: work}, **doses))
    )


def _within_limits(converter: Converter, mapping: MappingNode, drill: Drill) -> Any:
    """Return a drill, or INVALID if it is too large to perform."""
    if excess := size_of_drill(drill).excess:
        return converter.report(mapping.place, excess, "use fewer")
    return drill


def _report_dose_count(converter: Converter, mapping: MappingNode, kinds: list[str]) -> Any:
    """Report that a drill has no dose, or more than one (at the second)."""
    fix = f"give exactly one of {', '.join(KINDS)}"
    if kinds:
        second = [entry.place for entry in mapping.entries if entry.key in kinds][1]
        return converter.report(second, f"this drill has more than one dose: {' and '.join(kinds)}", fix)
    if any(converter.has(mapping, kind) for kind in KINDS):
        return INVALID
    return converter.report(mapping.place, "this drill has no dose", fix)


def build_doses(converter: Converter, mapping: MappingNode, kind: str, work: Work) -> dict[str, Any]:
    """Return `least`, `most` and `levels` as doses of the drill's kind; the converter left them as nodes.

    Open work has no least, and its most is a length of its own.
    """
    doses: dict[str, Any] = {}
    if work is not INVALID and work.is_open:
        doses = {"least": None, "most": None}
    else:
        bounds = {key: _bound(converter, node, kind, key) for key in ("least", "most") if (node := mapping.get(key))}
        doses = {key: in_own_parts(bound, work) for key, bound in bounds.items()}
    levels = mapping.get("levels")
    if isinstance(levels, SequenceNode):
        each = tuple(in_own_parts(converter.convert(KINDS[kind], node, "levels"), work) for node in levels.items)
        doses["levels"] = INVALID if INVALID in each else each
    return doses


def in_own_parts(dose: Any, own: Any) -> Any:
    """Return a dose without parts in the parts of the drill's own, `8 @ 4s` as `8 @ 2-0-2`; either may be INVALID."""
    return dose if INVALID in (dose, own) or dose.phase_names else dose.in_parts_of(own)


def _bound(converter: Converter, node: Node, kind: str, key: str) -> Any:
    bound = converter.convert(KINDS[kind], node, key)
    if bound is not INVALID and bound.is_open:
        text = bound.text()
        fix = f"write how long a rep takes too, such as {text} @ 2s" if text.isdigit() else "write a length"
        return converter.report(node.place, f'"{key}" needs an end, and "{text}" has none', fix)
    return bound
