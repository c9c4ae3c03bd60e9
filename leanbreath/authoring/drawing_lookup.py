"""What to draw for a NAME or FILE: a drill or a pose."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from leanbreath.authoring.pose_check import pose_problems
from leanbreath.authoring.resolve import file_of_kind, is_file, kind_of_file, valid
from leanbreath.routine.action_word import NO_WORDS, ActionWord, part_action
from leanbreath.routine.library import Library
from leanbreath.routine.name_suggestions import suggestion, with_list_command
from leanbreath.routine.pose import Pose
from leanbreath.routine.problems import InvalidRequest, Problem, Problems
from leanbreath.routine.vocabulary import Muscle


class Drawing(NamedTuple):
    """A title, the muscles to mark, poses with what is done in them, and what no body can do in them."""

    title: str
    targets: tuple[Muscle, ...]
    poses: tuple[tuple[str, Pose], ...]
    problems: tuple[Problem, ...] = ()


def resolve_drawing(library: Library, name: str) -> Drawing:
    """Return what to draw for a name; raise `Problems` if a file has mistakes."""
    id = name
    if is_file(name):
        path = file_of_kind(library, name, "drill", "pose")
        if kind_of_file(path) == "pose":
            return _drawing(name, (), [("", path)], library)
        id = path.stem
    if id not in library.drill_files:
        return _drawing(name, (), _paths(library, {"": id}), library)
    drill = valid(library.drill(id))
    if not drill.poses:
        raise InvalidRequest(f'the drill "{id}" has no figure; give it one with  figure: ID')
    by_phase = drill.figure if isinstance(drill.figure, dict) else {"": drill.poses[0]}
    return _drawing(drill.title, drill.targets, _paths(library, by_phase, drill.action_words), library)


def _paths(
    library: Library, by_phase: dict[str, str], words: Mapping[str, ActionWord] = NO_WORDS
) -> list[tuple[str, Path]]:
    """Return the file of each pose once, with what is done in the phases it is for."""
    if unknown := next((id for id in by_phase.values() if id not in library.pose_files), None):
        fix = with_list_command(suggestion(unknown, {**library.drill_files, **library.pose_files}), "figure")
        raise InvalidRequest(f'no drill or pose "{unknown}"; {fix}')
    phases = {id: [phase for phase in by_phase if by_phase[phase] == id] for id in by_phase.values()}
    actions = ((id, dict.fromkeys(part_action(phase, words) for phase in each)) for id, each in phases.items())
    return [(", ".join(filter(None, each)), library.pose_files[id]) for id, each in actions]


def _drawing(title: str, targets: tuple[Muscle, ...], paths: Sequence[tuple[str, Path]], library: Library) -> Drawing:
    """Return the drawing of poses; raise `Problems` for one that can't be read, while a limb is drawn at full reach."""
    poses: list[tuple[str, Pose]] = []
    problems: list[Problem] = []
    for action, path in paths:
        reading = library.pose_at(path)
        problems += pose_problems(reading)
        if reading.value is None or reading.problems:
            raise Problems(problems)
        poses.append((action, reading.value))
    return Drawing(title, targets, tuple(poses), tuple(problems))
