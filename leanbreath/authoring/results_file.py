"""Results of assessments from a file, `knee-to-wall-cm: 7/9.5`, or from the command line; every mistake is reported."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from fractions import Fraction
from typing import NamedTuple

from leanbreath.authoring.lean_result import ASSESSMENT as LEAN
from leanbreath.authoring.lean_result import is_from_meter, lean_result
from leanbreath.coach.entered_result import EnteredResult
from leanbreath.coach.material import Material
from leanbreath.coach.number_entry import EntryMistake, parse_number
from leanbreath.coach.value_entry import parse_result, split_sides
from leanbreath.routine.assessment import Assessment
from leanbreath.routine.name_suggestions import suggestion
from leanbreath.routine.problems import InvalidRequest, Place, Problem, Problems
from leanbreath.routine.reader import with_source_lines
from leanbreath.routine.reader.yaml_tree import decode_utf8, parse_yaml
from leanbreath.routine.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode

SPOKEN = {True: "yes", False: "no", None: ""}
"""What true, false and nothing mean as an answer."""

EXAMPLE = "knee-to-wall-cm: 7/9.5"

PLUS_MINUS = re.compile(r"\s*(?:±|\+/-|\+-)\s*")


class _Entered(NamedTuple):
    """What was entered under an id: its result, or what is wrong with it."""

    id: str
    found: EnteredResult | tuple[Problem, ...]


def results_in_text(raw: bytes, file: str, material: Material, now: datetime) -> dict[str, EnteredResult]:
    """Return the results in a file by the ids of their assessments, or the one that the lean meter saved.

    Raise `Problems`.
    """
    text, problems = decode_utf8(raw, file)
    node, syntax = (None, ()) if problems else parse_yaml(text, file)
    problems = (*problems, *syntax)
    if not isinstance(node, MappingNode) and not problems:
        problems = (Problem(Place(file), "there are no results in this file", f'write lines such as "{EXAMPLE}"'),)
    entered = tuple(_entered(node, material, now)) if isinstance(node, MappingNode) else ()
    problems = (*problems, *(each for one in entered if not isinstance(one.found, EnteredResult) for each in one.found))
    if problems:
        raise Problems(with_source_lines(problems, text))
    return {one.id: one.found for one in entered if isinstance(one.found, EnteredResult)}


def _entered(node: MappingNode, material: Material, now: datetime) -> Iterator[_Entered]:
    if is_from_meter(node):
        yield _Entered(LEAN, lean_result(node, material.assessments[LEAN], now))
        return
    for entry in node.entries:
        if entry.key == LEAN and isinstance(entry.node, MappingNode) and is_from_meter(entry.node):
            yield _Entered(LEAN, lean_result(entry.node, material.assessments[LEAN], now))
            continue
        found = _result_of(entry.key, _text_of(entry.node), material)
        if isinstance(found, EntryMistake):
            place = entry.node.place if _is_known(entry.key, material) else entry.place
            yield _Entered(entry.key, (Problem(place, found.message, found.fix),))
        else:
            yield _Entered(entry.key, found)


def results_of_options(options: Iterable[str], material: Material) -> dict[str, EnteredResult]:
    """Return the results in texts such as `knee-to-wall-cm=7/9.5`; raise `InvalidRequest` with all mistakes."""
    found: dict[str, EnteredResult] = {}
    mistakes: list[str] = []
    for option in options:
        id, equals, value = option.partition("=")
        result = _result_of(id.strip(), value, material) if equals else _no_value(option)
        if isinstance(result, EntryMistake):
            mistakes.append(f"{id.strip()}: {result.text}" if _is_known(id.strip(), material) else result.text)
        else:
            found[id.strip()] = result
    if mistakes:
        raise InvalidRequest(" ".join(mistakes))
    return found


def _no_value(option: str) -> EntryMistake:
    return EntryMistake("there is no value", f"write {option.strip() or 'ID'}=VALUE, such as knee-to-wall-cm=7/9.5")


def _result_of(id: str, text: str | None, material: Material) -> EnteredResult | EntryMistake:
    """Return the result in a text, or what is wrong with its id or with itself."""
    if not _is_known(id, material):
        return EntryMistake(
            f'no assessment "{id}"', suggestion(id, (*material.assessments, *material.limiters.reports))
        )
    assessment = material.assessments.get(id)
    if assessment and assessment.computed == "difference":
        return EntryMistake(f'"{id}" is computed', f"give {assessment.of} instead")
    if text is None:
        return EntryMistake("this is no result", "write a value such as 7/9.5, or the id of an answer")
    return _with_real_changes(assessment, text)


def _with_real_changes(assessment: Assessment | None, text: str) -> EnteredResult | EntryMistake:
    """Return the result in a text; `7.1/6.5 ± 2.4/2` says how much each side must change to be real, too."""
    is_measured = assessment is not None and assessment.measured_by is not None
    values, *after = PLUS_MINUS.split(text, maxsplit=1) if is_measured else (text,)
    result = parse_result(assessment, values)
    if isinstance(result, EntryMistake) or not after:
        return result if isinstance(result, EntryMistake) else EnteredResult(result)
    assert assessment and assessment.unit
    found = [parse_number(side, assessment.unit) for side in split_sides(after[0])]
    real_changes = tuple(each for each in found if isinstance(each, Fraction) and each >= 0)
    if len(real_changes) != len(result) or len(found) != len(result):
        return EntryMistake("after ± comes how much each side must change to be real", "write it as in 7/6 ± 2/2.5")
    return EnteredResult(result, real_changes)


def _is_known(id: str, material: Material) -> bool:
    return id in material.assessments or id in material.limiters.reports


def _text_of(node: Node) -> str | None:
    """Return a value as it would be typed: one text, a list of two sides, or a mapping of `left` and `right`."""
    if isinstance(node, ScalarNode):
        return node.value if isinstance(node.value, str) else SPOKEN[node.value]
    if isinstance(node, SequenceNode):
        parts = [_text_of(item) for item in node.items]
    elif {entry.key for entry in node.entries} == {"left", "right"}:
        parts = [_text_of(side) for key in ("left", "right") if (side := node.get(key)) is not None]
    else:
        return None
    return None if None in parts else " / ".join(part for part in parts if part is not None)
