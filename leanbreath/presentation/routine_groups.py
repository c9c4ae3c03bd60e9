"""Routines in groups: those that are pinned, then by the occasion they are for."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from leanbreath.presentation.plain_words import OCCASIONS
from leanbreath.presentation.routine_summary import RoutineSummary

PINNED = "pinned"


class RoutineGroup(NamedTuple):
    """Routines below a heading."""

    heading: str
    rows: tuple[RoutineSummary, ...]


def routine_groups(rows: Iterable[RoutineSummary], pinned: Sequence[str] = ()) -> tuple[RoutineGroup, ...]:
    """Return the groups that have routines; a pinned one stands in the first group only, in the order of `pinned`."""
    return tuple(group for group in _groups(tuple(rows), pinned) if group.rows)


def _groups(rows: tuple[RoutineSummary, ...], pinned: Sequence[str]) -> Iterator[RoutineGroup]:
    by_id = {row.id: row for row in rows}
    yield RoutineGroup(PINNED, tuple(by_id[id] for id in pinned if id in by_id))
    for kind, words in OCCASIONS.items():
        yield RoutineGroup(words, tuple(row for row in rows if row.kind == kind and row.id not in pinned))
