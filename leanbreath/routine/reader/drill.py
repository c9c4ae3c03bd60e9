"""Builds a drill from its mapping: one dose, with bounds, levels and cues that match it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from unicodedata import normalize

from leanbreath.routine.author_cue import ANCHORS
from leanbreath.routine.basic_notations import NotationError, is_valid
from leanbreath.routine.model import Drill
from leanbreath.routine.name_suggestions import suggestion
from leanbreath.routine.reader.converter import INVALID, UNKNOWN_NAME_RULE, Converter
from leanbreath.routine.reader.limits import size_of_drill
from leanbreath.routine.reader.open_work import build_open_work
from leanbreath.routine.work import KINDS, Work
from leanbreath.routine.work.set_amount import parse_set_amount
from leanbreath.routine.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode


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
        doses = {key: _bound(converter, node, kind, key) for key in ("least", "most") if (node := mapping.get(key))}
    levels = mapping.get("levels")
    if isinstance(levels, SequenceNode):
        each = tuple(converter.convert(KINDS[kind], node, "levels") for node in levels.items)
        doses["levels"] = INVALID if INVALID in each else each
    return doses


def _bound(converter: Converter, node: Node, kind: str, key: str) -> Any:
    bound = converter.convert(KINDS[kind], node, key)
    if bound is not INVALID and bound.is_open:
        return converter.report(node.place, f'"{key}" needs an end, and "{bound.text()}" has none', "write a length")
    return bound


def check_allowed(converter: Converter, mapping: MappingNode) -> None:
    """Report a training rule that is allowed without a reason."""
    allow = mapping.get("allow")
    if allow is not None and mapping.get("because") is None:
        converter.report(allow.place, '"allow" needs a reason', 'add because: "..."')


def check_sides(converter: Converter, mapping: MappingNode, work: Work) -> None:
    """Report alternating sides of a drill that has no count to share."""
    node = mapping.get("sides")
    if isinstance(node, ScalarNode) and node.value == "alternate" and work.is_open:
        converter.report(node.place, '"alternate" changes sides at a pace, but open work has none', "use each")
    elif isinstance(node, ScalarNode) and node.value == "alternate" and not work.cue_counts:
        message = f'"alternate" shares a count, but "{work.kind}" has none'
        converter.report(node.place, message, "use each, or give reps or breaths")


def check_sets(converter: Converter, mapping: MappingNode, work: Work) -> bool:
    """Report the amounts of sets that don't go with the work; return whether there are none."""
    node = mapping.get("sets")
    if not isinstance(node, SequenceNode):
        return True
    before = len(converter.problems)
    if not node.items:
        converter.report(node.place, '"sets" is empty', "write how many, or the amount of each, such as [12, 10, 8]")
    elif work.is_open and work.repetitions is None:
        message = f"each of these sets has a length, but {work.kind}: {work.text()} has none"
        converter.report(node.place, message, f"write sets: {len(node.items)}, or {work.kind}: 30s")
    for item in node.items:
        text = item.value if isinstance(item, ScalarNode) else None
        if isinstance(text, str) and is_valid(parse_set_amount, text.strip()):
            try:
                work.of_set(parse_set_amount(text.strip()))
            except NotationError as error:
                converter.report(item.place, f'"sets": {error.message}', error.fix, error.rule)
    return len(converter.problems) == before and all(isinstance(item, ScalarNode) for item in node.items)


def check_figure(converter: Converter, mapping: MappingNode, work: Work) -> None:
    """Report each figure for a phase that the drill doesn't have."""
    node, known = mapping.get("figure"), set(work.phase_names)
    for entry in node.entries if isinstance(node, MappingNode) else ():
        if normalize("NFC", entry.key) not in known:
            fix = suggestion(entry.key, known) if known else "name one pose for the whole drill"
            converter.report(entry.place, f'this drill has no phase "{entry.key}"', fix, UNKNOWN_NAME_RULE)


def check_cues(converter: Converter, mapping: MappingNode, work: Work) -> None:
    """Report each cue at a phase, breath or rep that the drill doesn't have."""
    cues = mapping.get("cues")
    for cue in cues.items if isinstance(cues, SequenceNode) else ():
        if isinstance(cue, MappingNode):
            _check_cue_time(converter, cue.get("at"), work)
            for key in ("breath", "rep"):
                node = cue.get(key)
                if node is not None and key not in work.cue_counts:
                    converter.report(node.place, f'"{key}" only works in a drill with {key}s', "remove it")


def check_cue_rounds(converter: Converter, mapping: MappingNode, rounds: Iterable[int]) -> None:
    """Report each cue of a step for a round that doesn't come; `rounds` are those of each repeat around the step."""
    several = [number for number in rounds if number > 1]
    cues = mapping.get("cues")
    for cue in cues.items if isinstance(cues, SequenceNode) else ():
        node = cue.get("round") if isinstance(cue, MappingNode) else None
        text = node.value if isinstance(node, ScalarNode) and isinstance(node.value, str) else ""
        number = int(text) if text.isdecimal() else 0
        if node is not None and not several:
            converter.report(node.place, '"round" only works inside a repeat of two rounds or more', "remove it")
        elif node is not None and number > several[-1]:
            converter.report(node.place, f"there is no round {number} here", f"write a round from 1 to {several[-1]}")


def _check_cue_time(converter: Converter, at: Node | None, work: Work) -> None:
    word = normalize("NFC", at.value.strip()) if isinstance(at, ScalarNode) and isinstance(at.value, str) else ""
    known = {*(anchor for anchor in ANCHORS if anchor != "last" or work.repetitions is not None), *work.phase_names}
    if at is not None and work.is_open and word != "start" and not word[:1].isdigit():
        message = f'"{word}" needs a known end, but this work is open'
        converter.report(at.place, message, "write start, or a length from the start, such as 10s")
    elif at is not None and word and not (word[0].isdigit() or word[0] == "-") and word not in known:
        converter.report(at.place, f'"{word}" is not a moment in this drill', suggestion(word, known))
