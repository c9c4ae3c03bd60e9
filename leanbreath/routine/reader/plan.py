"""What a plan names must exist."""

from collections.abc import Callable, Iterator

from leanbreath.routine.reader.routine import Links, Unknown
from leanbreath.routine.reader.shape import UNKNOWN_WORD, Shaper
from leanbreath.routine.reader.tree import Items, Node, Scalar, Table


def check_names(shaper: Shaper, table: Table, links: Links) -> None:
    """Note each routine and drill of a plan that is not there."""
    for node in _routines(table):
        _check(shaper, node, links.include)
    for week in _items(table.get("weeks")):
        for node in _items(week.get("lean") if isinstance(week, Table) else None):
            _check(shaper, node, links.drill)


def _routines(table: Table) -> Iterator[Node | None]:
    yield table.get("before-runs")
    for week in _items(table.get("weeks")):
        for sessions in _items(week.get("sessions") if isinstance(week, Table) else None):
            if isinstance(sessions, Table):
                yield sessions.get("routine")


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Items) else ()


def _check(shaper: Shaper, node: Node | None, find: Callable[[str], object]) -> None:
    if isinstance(node, Scalar) and isinstance(node.value, str):
        try:
            find(node.value)
        except Unknown as unknown:
            shaper.wrong(node.place, unknown.message, unknown.cure, UNKNOWN_WORD)
