"""Checks of a drill's keys against its work: sides, sets, figures, words and cues that it can have."""

from collections.abc import Iterable
from unicodedata import normalize

from leanbreath.routine.author_cue import ANCHORS
from leanbreath.routine.basic_notations import NotationError, is_valid
from leanbreath.routine.name_suggestions import suggestion
from leanbreath.routine.reader.converter import UNKNOWN_NAME_RULE, Converter
from leanbreath.routine.work import Work
from leanbreath.routine.work.rep_part import parse_part_name
from leanbreath.routine.work.set_amount import parse_set_amount
from leanbreath.routine.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode


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


def check_words(converter: Converter, mapping: MappingNode, work: Work) -> None:
    """Report each word for a phase or part that the drill doesn't have, or for sides that don't alternate."""
    node, sides = mapping.get("words"), mapping.get("sides")
    is_counted = work.repetitions is not None
    alternates = is_counted and isinstance(sides, ScalarNode) and sides.value == "alternate"
    known = {*work.word_names, *(("left", "right") if alternates else ())}
    for entry in node.entries if isinstance(node, MappingNode) else ():
        name = normalize("NFC", entry.key)
        if not is_valid(parse_part_name, name):
            continue  # reported as a name already
        if name in ("left", "right") and is_counted and not alternates:
            message = f'the word for "{name}" is for sides that alternate'
            converter.report(entry.place, message, 'add "sides: alternate", or remove it')
        elif name not in known:
            message = f'this drill has no phase or part "{entry.key}"'
            converter.report(entry.place, message, suggestion(entry.key, known), UNKNOWN_NAME_RULE)


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
