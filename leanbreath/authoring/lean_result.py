"""The result that the lean meter saves as JSON; every mistake has its place and its fix."""

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

from leanbreath.coach.entered_result import EnteredResult
from leanbreath.coach.number_entry import EntryMistake
from leanbreath.coach.value_entry import parse_value
from leanbreath.diary.events import EVENTS
from leanbreath.routine.assessment import Assessment
from leanbreath.routine.name_suggestions import suggestion
from leanbreath.routine.problems import Place, Problem
from leanbreath.routine.yaml_nodes import MappingNode, Node, ScalarNode

TYPE, VERSION = "lean-meter", "1"
ASSESSMENT = "video-lean-deg"

KEYS = (
    *("type", "version", "at", "left", "right", "both", "tap_spread_degrees", "whole_body_degrees"),
    *("foot_ahead_share", "cadence", "warnings"),
)
LEG_KEYS = ("lean_degrees", "spread_degrees", "stances", "real_change_degrees")

NUMBER = re.compile(r"-?[0-9]{1,6}(?:\.[0-9]{1,20})?", re.ASCII)

LEAST_STANCES = 4
FIRST_YEAR = 1970
MOST_UNKNOWN = 10
CLOCKS_APART = timedelta(days=1)
"""How far the clock of the device that measured may be ahead of ours."""

AGAIN = "save the result in the lean meter again"


class _Leg(NamedTuple):
    """The lean of a leg, and how much it must change to be real, None where that isn't known."""

    lean: Fraction
    real_change: Fraction | None


def is_from_meter(node: Node) -> bool:
    """Return whether data says of which type it is, which only a program writes."""
    return isinstance(node, MappingNode) and node.get("type") is not None


def lean_result(node: MappingNode, assessment: Assessment, now: datetime) -> EnteredResult | tuple[Problem, ...]:
    """Return the result in data of the lean meter, or all that is wrong with it."""
    if other := _other_data(node):
        return (other,)
    left, right, at = _leg(node, "left", assessment), _leg(node, "right", assessment), _time(node, now)
    problems = [
        *islice(_unknown(node, KEYS), MOST_UNKNOWN),
        *(each for each in (left, right, at) if isinstance(each, Problem)),
    ]
    if problems or isinstance(left, Problem) or isinstance(right, Problem) or isinstance(at, Problem):
        return tuple(problems)
    real_changes = tuple(each for each in (left.real_change, right.real_change) if each is not None)
    return EnteredResult((left.lean, right.lean), real_changes if len(real_changes) == 2 else (), at)


def _other_data(node: MappingNode) -> Problem | None:
    """Return what is wrong if this is data of another type, or of a newer program."""
    type_, version = node.get("type"), node.get("version")
    assert type_ is not None
    if _text(type_) in EVENTS or _text(type_) == "diary":
        return Problem(type_.place, "this is from a diary", "enter it with  leanbreath diary import FILE")
    if _text(type_) != TYPE:
        return Problem(type_.place, f"unknown type {_shown(type_)}", f'write "{TYPE}"')
    if version is None or not _text(version).isdecimal():
        return Problem((version or node).place, f'"version" is {_shown(version)}', f"write {VERSION}")
    if _text(version) != VERSION:
        return Problem(version.place, f"a newer lean meter wrote this (version {_text(version)})", "update leanbreath")
    return None


def _unknown(node: MappingNode, known: tuple[str, ...]) -> Iterator[Problem]:
    for entry in node.entries:
        if entry.key not in known:
            yield Problem(entry.place, f'unknown field "{entry.key[:40]}"', suggestion(entry.key, known))


def _leg(node: MappingNode, side: str, assessment: Assessment) -> _Leg | Problem:
    leg = node.get(side)
    if not isinstance(leg, MappingNode):
        return Problem((leg or node).place, f'"{side}" is {_shown(leg)}', AGAIN)
    if unknown := next(_unknown(leg, LEG_KEYS), None):
        return unknown
    lean = _number(leg, "lean_degrees", assessment)
    stances = _number(leg, "stances", None)
    real_change = _number(leg, "real_change_degrees", None)
    for each in (lean, stances, real_change):
        if isinstance(each, Problem):
            return each
    if not isinstance(lean, Fraction):
        return Problem(_place(leg, "lean_degrees"), '"lean_degrees" is missing', AGAIN)
    if not isinstance(stances, Fraction) or stances < LEAST_STANCES:
        fix = f"mark at least {LEAST_STANCES} with each foot, and {AGAIN}"
        return Problem(_place(leg, "stances"), f"too few stances of the {side} foot", fix)
    return _Leg(lean, real_change if isinstance(real_change, Fraction) else None)


def _number(node: MappingNode, key: str, assessment: Assessment | None) -> Fraction | Problem | None:
    """Return a number, None if it is missing or null; one of an assessment must be possible, others from 0."""
    found = node.get(key)
    if found is None or (isinstance(found, ScalarNode) and found.value is None):
        return None
    if not NUMBER.fullmatch(_text(found)):
        return Problem(found.place, f'"{key}" is {_shown(found)}', "write a number")
    value = Fraction(_text(found))
    if assessment is None:
        return value if value >= 0 else Problem(found.place, f'"{key}" is {_shown(found)}', "write a number from 0")
    possible = parse_value(assessment, _text(found))
    return Problem(found.place, possible.message, possible.fix) if isinstance(possible, EntryMistake) else possible


def _time(node: MappingNode, now: datetime) -> datetime | Problem | None:
    """Return when it was measured, None if that isn't said."""
    found = node.get("at")
    if found is None:
        return None
    try:
        at = datetime.fromisoformat(_text(found))
        is_past = at.year >= FIRST_YEAR and at <= now + CLOCKS_APART
    except (ValueError, TypeError, OverflowError):
        fix = "write a time with its zone, such as 2026-03-01T07:30:00+01:00, or leave it out"
        return Problem(found.place, f'"at" is {_shown(found)}', fix)
    return min(at, now) if is_past else Problem(found.place, f'"at" can\'t be {_shown(found)}', "leave it out")


def _text(node: Node) -> str:
    return node.value if isinstance(node, ScalarNode) and isinstance(node.value, str) else ""


def _shown(node: Node | None) -> str:
    """Return a value as a message shows it."""
    if node is None:
        return "missing"
    if not isinstance(node, ScalarNode):
        return "of another form"
    if not isinstance(node.value, str):
        return json.dumps(node.value)
    return f'"{node.value[:40]}"'


def _place(node: MappingNode, key: str) -> Place:
    return (node.get(key) or node).place
