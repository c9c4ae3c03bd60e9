"""The schema of a short text: its pattern, its examples, and the numbers that an editor makes of some such texts."""

from bisect import bisect_left
from typing import Any

from leanbreath.routine.notation import Notation, NotationError

Schema = dict[str, Any]

TEXT: Schema = {"type": ["string", "number"], "minLength": 1}
"""An editor reads `12` as a number; here every plain word is text."""

BEYOND = 1_000_000
"""More than any number in a notation."""


def notation(short: Notation) -> Schema:
    """Return the schema of a text in a notation, and of a number where a bare one is such a text."""
    numbers = _numbers(short)
    text: Schema = {"type": ["string", numbers.pop("type")] if numbers else "string", **numbers}
    if short.pattern:
        text["pattern"] = f"^(?:{short.pattern})$"
    if short.examples:
        text["examples"] = [int(each) if numbers and each.isdigit() else each for each in short.examples]
    return {**text, "errorMessage": f"expected {short.name}" + _such_as(short.examples)}


def _such_as(examples: tuple[str, ...]) -> str:
    *others, last = examples or ("",)
    return f", such as {', '.join(others)}{' or ' if others else ''}{last}" if last else ""


def _numbers(short: Notation) -> Schema:
    """Return which numbers are read as such a text; they are found by trying, since the notation alone knows them."""
    known = next((number for number in (30, 3, 1) if _takes(short, number)), None)
    if known is None:
        return {}
    found: Schema = {"type": "number" if _takes(short, known - 0.5) else "integer"}
    less = range(-BEYOND, known)
    below = bisect_left(less, True, key=lambda number: _takes(short, number))
    if below == BEYOND + 1 and _takes(short, 0.5):
        found["exclusiveMinimum"] = 0
    elif below:
        found["minimum"] = -BEYOND + below
    more = range(known, BEYOND)
    above = bisect_left(more, True, key=lambda number: not _takes(short, number))
    if above < len(more):
        found["maximum"] = more[above] - 1
    return found


def _takes(short: Notation, number: float) -> bool:
    try:
        short.parse(str(number))
    except NotationError:
        return False
    return True
