"""What to draw for a NAME or FILE: a drill or a pose."""

from pathlib import Path
from typing import NamedTuple

from leanbreath.authoring.pose_check import pose_problems
from leanbreath.authoring.resolve import file_of_kind, is_file, kind_of_file, valid
from leanbreath.routine.library import Library
from leanbreath.routine.name_suggestions import suggestion, with_list_command
from leanbreath.routine.pose import Pose
from leanbreath.routine.problems import InvalidRequest, Problems
from leanbreath.routine.vocabulary import Muscle


class Drawing(NamedTuple):
    """A title, the muscles to mark, and poses with the names of the phases they are for."""

    title: str
    targets: tuple[Muscle, ...]
    poses: tuple[tuple[str, Pose], ...]


def resolve_drawing(library: Library, name: str) -> Drawing:
    """Return what to draw for a name; raise `Problems` if a file has mistakes."""
    id = name
    if is_file(name):
        path = file_of_kind(library, name, "drill", "pose")
        if kind_of_file(path) == "pose":
            return Drawing(name, (), (("", _pose(library, path)),))
        id = path.stem
    if id not in library.drill_files:
        return Drawing(name, (), _poses(library, {"": id}))
    drill = valid(library.drill(id))
    if not drill.poses:
        raise InvalidRequest(f'the drill "{id}" has no figure; give it one with  figure: ID')
    by_phase = drill.figure if isinstance(drill.figure, dict) else {"": drill.poses[0]}
    return Drawing(drill.title, drill.targets, _poses(library, by_phase))


def _poses(library: Library, by_phase: dict[str, str]) -> tuple[tuple[str, Pose], ...]:
    """Return each pose once, with the phases it is for."""
    if unknown := next((id for id in by_phase.values() if id not in library.pose_files), None):
        fix = with_list_command(suggestion(unknown, {**library.drill_files, **library.pose_files}), "figure")
        raise InvalidRequest(f'no drill or pose "{unknown}"; {fix}')
    phases = {id: [phase.replace("-", " ") for phase in by_phase if by_phase[phase] == id] for id in by_phase.values()}
    return tuple((", ".join(each), _pose(library, library.pose_files[id])) for id, each in phases.items())


def _pose(library: Library, path: Path) -> Pose:
    reading = library.pose_at(path)
    problems = pose_problems(reading)
    if reading.value is None or problems:
        raise Problems(problems)
    return reading.value
