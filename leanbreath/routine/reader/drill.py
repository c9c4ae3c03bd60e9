"""From the form of a drill to what it means: one dose, and floors, ceilings, levels and cues that go with it."""

from dataclasses import replace
from typing import Any

from leanbreath.routine.model import ANCHORS, Drill
from leanbreath.routine.problems import suggestion
from leanbreath.routine.reader.converter import INVALID, UNKNOWN_NAME_RULE, Converter
from leanbreath.routine.reader.limits import size_of_drill
from leanbreath.routine.reader.yaml_tree import MappingNode, Node, ScalarNode, SequenceNode
from leanbreath.routine.work import KINDS, Work


def build_drill(converter: Converter, table: MappingNode, form: type[Drill] = Drill) -> Any:
    """Return the drill a table stands for, or INVALID."""
    drill = converter.convert(form, table, "drill")
    kinds = [kind for kind in KINDS if table.get(kind) is not None]
    if len(kinds) != 1:
        return _report_dose_count(converter, table, kinds)
    work = converter.convert(KINDS[kinds[0]], table.get(kinds[0]) or table, kinds[0])
    doses = build_doses(converter, table, kinds[0])
    if work is not INVALID:
        check_cues(converter, table, work)
        check_sides(converter, table, work)
        check_figure(converter, table, work)
    return (
        INVALID
        if drill is INVALID or INVALID in doses.values()
        else _within_limits(converter, table, replace(drill, **doses))
    )


def _within_limits(converter: Converter, table: MappingNode, drill: Drill) -> Any:
    """Return a drill, or INVALID where it is too much to be laid out."""
    if excess := size_of_drill(drill).excess:
        return converter.report(table.place, excess, "use fewer")
    return drill


def _report_dose_count(converter: Converter, table: MappingNode, kinds: list[str]) -> Any:
    """Note that a drill has no dose, or more than one: then at the second of them."""
    fix = f"give exactly one of {', '.join(KINDS)}"
    if kinds:
        second = [entry.place for entry in table.entries if entry.key in kinds][1]
        return converter.report(second, f"this drill has more than one dose: {' and '.join(kinds)}", fix)
    if any(converter.has(table, kind) for kind in KINDS):
        return INVALID
    return converter.report(table.place, "this drill has no dose", fix)


def build_doses(converter: Converter, table: MappingNode, kind: str) -> dict[str, Any]:
    """Return `least`, `most` and `levels` as doses of the drill's kind, from nodes the converter has deferred."""
    doses: dict[str, Any] = {}
    for key in ("least", "most"):
        if (node := table.get(key)) is not None:
            doses[key] = converter.convert(KINDS[kind], node, key)
    levels = table.get("levels")
    if isinstance(levels, SequenceNode):
        each = tuple(converter.convert(KINDS[kind], node, "levels") for node in levels.items)
        doses["levels"] = INVALID if INVALID in each else each
    return doses


def check_allowed(converter: Converter, table: MappingNode) -> None:
    """Note a training rule that is allowed without a reason."""
    allow = table.get("allow")
    if allow is not None and table.get("because") is None:
        converter.report(allow.place, '"allow" needs a reason', 'add because: "..."')


def check_sides(converter: Converter, table: MappingNode, work: Work) -> None:
    """Note sides that share a count where nothing is counted."""
    node = table.get("sides")
    if isinstance(node, ScalarNode) and node.value == "alternate" and not work.cue_counts:
        message = f'"alternate" shares a count, but {work.kind} has none'
        converter.report(node.place, message, "use each, or give reps or breaths")


def check_figure(converter: Converter, table: MappingNode, work: Work) -> None:
    """Note each figure that is tied to a phase its drill does not have."""
    node, known = table.get("figure"), set(work.phase_names)
    for entry in node.entries if isinstance(node, MappingNode) else ():
        if entry.key not in known:
            fix = suggestion(entry.key, known) if known else "name one pose for the whole drill"
            converter.report(entry.place, f'this drill has no phase "{entry.key}"', fix, UNKNOWN_NAME_RULE)


def check_cues(converter: Converter, table: MappingNode, work: Work) -> None:
    """Note each cue that is tied to a phase, breath or rep its drill does not have."""
    cues = table.get("cues")
    for cue in cues.items if isinstance(cues, SequenceNode) else ():
        if isinstance(cue, MappingNode):
            _check_cue_time(converter, cue.get("at"), work)
            for key in ("breath", "rep"):
                node = cue.get(key)
                if node is not None and key not in work.cue_counts:
                    converter.report(node.place, f'"{key}" only works in a drill with {key}s', "remove it")


def _check_cue_time(converter: Converter, at: Node | None, work: Work) -> None:
    word = at.value.strip() if isinstance(at, ScalarNode) and isinstance(at.value, str) else ""
    known = {*(anchor for anchor in ANCHORS if anchor != "last" or work.repetitions is not None), *work.phase_names}
    if at is not None and word and not (word[0].isdigit() or word[0] == "-") and word not in known:
        converter.report(at.place, f'"{word}" is not a moment in this drill', suggestion(word, known))
