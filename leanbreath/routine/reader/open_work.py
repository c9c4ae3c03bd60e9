"""Builds open work: `expect` and `most` of its mapping are lengths, and its cues are counted from the start."""

from fractions import Fraction
from typing import Any

from leanbreath.routine.basic_notations import NotationError
from leanbreath.routine.field_types import PositiveLength
from leanbreath.routine.reader.converter import INVALID, Converter
from leanbreath.routine.work import OpenWork, Work, with_open_end
from leanbreath.routine.yaml_nodes import MappingNode, Node

OPEN_FORMS = "hold: max, time: open, or reps: 10 without a pace"


def build_open_work(
    converter: Converter, mapping: MappingNode, work: Work, expected: Fraction | None, most: Fraction | None = None
) -> Any:
    """Return open work with its `expect` and `most`, or INVALID; `most` applies where the mapping has none.

    Work of a fixed length stays as it is, and has no `expect`.
    """
    expect, least = mapping.get("expect"), mapping.get("least")
    if not isinstance(work, OpenWork) or not work.is_open:
        fix = f"remove it, or write {OPEN_FORMS}"
        return converter.report(expect.place, '"expect" is only for open work', fix) if expect else work
    if least is not None:
        return converter.report(least.place, '"least" is not for open work', "remove it, or write expect")
    given = _length(converter, mapping.get("most"))
    if INVALID in (expected, given):
        return INVALID
    try:
        return with_open_end(work, expected, given or most)
    except NotationError as error:
        return converter.report((expect or mapping).place, f'"expect": {error.message}', error.fix)


def _length(converter: Converter, node: Node | None) -> Any:
    return None if node is None else converter.convert(PositiveLength, node, "most")
