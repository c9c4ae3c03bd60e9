"""Everything a library holds, one row each."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar, get_args

from leanbreath.presentation.drill_summary import DrillSummary, PoseSummary, drill_summary, pose_summary
from leanbreath.presentation.listing import Listing
from leanbreath.presentation.routine_summary import Owner, RoutineSummary, routine_summary
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.model import Drill
from leanbreath.routine.problems import Problem
from leanbreath.routine.reader import ReadResult
from leanbreath.routine.substitution import with_substitutions
from leanbreath.routine.vocabulary import SessionType

T = TypeVar("T")


def list_routines(library: Library, chosen: Mapping[str, Drill]) -> Listing[RoutineSummary]:
    """Return every routine, with the user's `chosen` drills, by what it is for."""
    readings = [(id, path, library.routine(id)) for id, path in library.routine_files.items()]
    rows = [
        routine_summary(id, with_substitutions(routine, chosen), owner_of(path))
        for id, path, routine in _valid(readings)
    ]
    kinds = get_args(SessionType)
    return Listing(tuple(sorted(rows, key=lambda row: kinds.index(row.kind))), _problems(library, readings))


def list_drills(library: Library) -> Listing[DrillSummary]:
    """Return every drill that can be done."""
    readings = [(id, path, library.drill(id)) for id, path in sorted(library.drill_files.items())]
    rows = (
        drill_summary(id, drill, path.parent.name, owner_of(path)) for id, path, drill in _valid(readings) if drill.work
    )
    return Listing(tuple(rows), _problems(library, readings))


def list_poses(library: Library) -> Listing[PoseSummary]:
    """Return every pose."""
    readings = [(id, path, library.pose_at(path)) for id, path in sorted(library.pose_files.items())]
    rows = (pose_summary(id, pose, owner_of(path)) for id, path, pose in _valid(readings))
    return Listing(tuple(rows), _problems(library, readings))


def owner_of(path: Path) -> Owner:
    """Return whose file it is; bundled files are leanbreath's."""
    return "leanbreath" if path.is_relative_to(bundled_folder("drills")) else "yours"


def _valid(readings: Iterable[tuple[str, Path, ReadResult[T]]]) -> Iterator[tuple[str, Path, T]]:
    for id, path, reading in readings:
        if reading.value is not None and not reading.problems:
            yield id, path, reading.value


def _problems(library: Library, readings: Iterable[tuple[str, Path, ReadResult[T]]]) -> tuple[Problem, ...]:
    """Return the problems of files that cannot be listed, and those of the library as a whole."""
    each = {problem for _, _, reading in readings for problem in reading.problems}
    return tuple(sorted({*library.problems, *each}))
