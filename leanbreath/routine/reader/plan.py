"""Reads plan files; what a plan names must exist."""

from collections.abc import Callable, Iterator
from typing import Any

from leanbreath.routine.model import Drill
from leanbreath.routine.plan import Plan
from leanbreath.routine.problems import listed
from leanbreath.routine.reader.drill import check_allowed
from leanbreath.routine.reader.reading import Reading, check_id, read
from leanbreath.routine.reader.routine import Links, Unknown
from leanbreath.routine.reader.shape import UNKNOWN_WORD, Shaper
from leanbreath.routine.reader.tree import Entry, Items, Node, Scalar, Table


def read_plan(raw: bytes, file: str, links: Links) -> Reading[Plan]:
    """Read a plan file; its id must be its file name, what it names is found by `links`."""

    def settle(shaper: Shaper, table: Table) -> Any:
        plan = shaper.shape(Plan, table, "plan")
        check_id(shaper, table, "plan", file)
        check_allowed(shaper, table)
        check_names(shaper, table, links)
        return plan

    return read(raw, file, settle)


def check_names(shaper: Shaper, table: Table, links: Links) -> None:
    """Note each routine, drill and level of a plan that is not there."""
    weeks = [week for week in _items(table.get("weeks")) if isinstance(week, Table)]
    for node in _routines(table, weeks):
        _found(shaper, node, links.include, "routine")
    for week in weeks:
        lean = week.get("lean")
        for entry in lean.entries if isinstance(lean, Table) else ():
            drill = _found(shaper, Scalar(entry.key, entry.place), links.drill, "drill")
            if isinstance(drill, Drill):
                _check_level(shaper, entry, drill)


def _routines(table: Table, weeks: list[Table]) -> Iterator[Node | None]:
    for each in (table, *weeks):
        before = each.get("before-runs")
        yield before.get("routine") if isinstance(before, Table) else before
    for week in weeks:
        for sessions in _items(week.get("sessions")):
            if isinstance(sessions, Table):
                yield sessions.get("routine")


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Items) else ()


def _found(shaper: Shaper, node: Node | None, find: Callable[[str], object], kind: str) -> object:
    """Return what a name leads to; None, and a problem, where there is nothing of that kind."""
    if not isinstance(node, Scalar) or not isinstance(node.value, str):
        return None
    try:
        return find(node.value)
    except Unknown as unknown:
        return shaper.wrong(node.place, unknown.message, listed(unknown.fix, kind), UNKNOWN_WORD)


def _check_level(shaper: Shaper, entry: Entry, drill: Drill) -> None:
    most, level = max(len(drill.levels), 1), entry.node.value if isinstance(entry.node, Scalar) else None
    if isinstance(level, str) and level.isdecimal() and int(level) > most:
        message = f'"{entry.key}" has no level {level}'
        shaper.wrong(entry.node.place, message, f"write 1 to {most}" if most > 1 else "write 1")
