"""The schema of a value in a notation: its pattern, its examples, and the numbers that editors take some for."""

from bisect import bisect_left
from typing import Any

from leanbreath.routine.basic_notations import Notation, NotationError

Schema = dict[str, Any]

TEXT: Schema = {"type": ["string", "number"], "minLength": 1}
"""Any text; editors read `12` as a number, leanbreath reads it as text."""

BEYOND = 1_000_000
"""A number beyond those of any notation."""


def notation_schema(notation: Notation) -> Schema:
    """Return the schema of a text in a notation, or of a number if a bare number is such a text."""
    numbers = _numbers(notation)
    text: Schema = {"type": ["string", numbers.pop("type")] if numbers else "string", **numbers}
    if notation.pattern:
        text["pattern"] = f"^(?:{notation.pattern})$"
    if notation.examples:
        text["examples"] = [int(each) if numbers and each.isdigit() else each for each in notation.examples]
    return {**text, "errorMessage": f"expected {notation.name}" + _such_as(notation.examples)}


def _such_as(examples: tuple[str, ...]) -> str:
    *others, last = examples or ("",)
    return f", such as {', '.join(others)}{' or ' if others else ''}{last}" if last else ""


def _numbers(notation: Notation) -> Schema:
    """Return which numbers are such a text; they are found by trying, since only the notation knows them."""
    known = next((number for number in (30, 3, 1) if _accepts(notation, number)), None)
    if known is None:
        return {}
    steps = 1 if _accepts(notation, known - 0.5) or not _accepts(notation, known + 0.1) else 10
    found: Schema = {"type": "number" if steps > 1 or _accepts(notation, known - 0.5) else "integer"}
    less = range(-BEYOND, known * steps)
    below = bisect_left(less, True, key=lambda number: _accepts(notation, _part(number, steps)))
    if below == BEYOND + 1 and _accepts(notation, 0.5):
        found["exclusiveMinimum"] = 0
    elif below:
        found["minimum"] = _part(-BEYOND + below, steps)
    more = range(known * steps, BEYOND)
    above = bisect_left(more, True, key=lambda number: not _accepts(notation, _part(number, steps)))
    if above < len(more):
        found["maximum"] = _part(more[above] - 1, steps)
    return found


def _part(number: int, steps: int) -> float:
    """Return a number counted in steps of one, or in tenths."""
    return number if steps == 1 else number / steps


def _accepts(notation: Notation, number: float) -> bool:
    try:
        notation.parse(str(number))
    except NotationError:
        return False
    return True
