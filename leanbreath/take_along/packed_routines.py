"""Which routines are packed: those that the command names, or else the pinned ones."""

from collections.abc import Sequence
from typing import NamedTuple

from leanbreath.authoring.resolve import resolve_routine
from leanbreath.routine.library import Library
from leanbreath.routine.model import Routine
from leanbreath.routine.problems import InvalidRequest, Problem
from leanbreath.userdata.pins import pinned_routines

NOTHING_PINNED = (
    "no routine is pinned; press p on a routine on the home screen (leanbreath), or name some: "
    "leanbreath pack-up DIR pre-run-6 daily-12"
)


class PackedRoutines(NamedTuple):
    """Routines in the order they are packed, and warnings about them."""

    routines: tuple[Routine, ...]
    warnings: tuple[Problem, ...]


def packed_routines(library: Library, names: Sequence[str]) -> PackedRoutines:
    """Return the routines with these names, or without names the pinned ones that the library has.

    Raise `Problems` if one has mistakes, and `InvalidRequest` if there is none, or if two have the same id.
    """
    names = tuple(dict.fromkeys(names)) or tuple(id for id in pinned_routines() if id in library.routine_files)
    if not names:
        raise InvalidRequest(NOTHING_PINNED)
    resolved = [resolve_routine(library, name) for name in names]
    by_id: dict[str, Routine] = {}
    for name, found in zip(names, resolved, strict=True):
        if by_id.setdefault(found.value.id or name, found.value) != found.value:
            raise InvalidRequest(f'two of these routines have the id "{found.value.id}"; pack them into two folders')
    return PackedRoutines(tuple(by_id.values()), tuple(each for found in resolved for each in found.warnings))
