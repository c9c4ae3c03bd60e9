"""The routine by which `watch` plays a file of any kind."""

from dataclasses import replace
from pathlib import Path

from leanbreath.advice.single_drill import single_drill_routine
from leanbreath.authoring.pose_check import pose_problems
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.pose import Pose
from leanbreath.routine.problems import Problem
from leanbreath.routine.reader import file_content, file_kind, read_drill
from leanbreath.routine.reader.pose import read_pose
from leanbreath.routine.work import Breath

SLOW_BREATHS = "3-1-3-1 x 30"
"""The breath that moves a pose: it moves, comes to rest and moves back."""


def preview_routine(path: Path, library: Library) -> Routine | None:
    """Return the routine in a file, or one that plays its drill or pose; None if the file has a mistake."""
    content = file_content(path)
    if isinstance(content, Problem):
        return None
    match file_kind(content, str(path)):
        case "drill":
            drill = read_drill(content, str(path))
            return single_drill_routine(drill.value) if drill.value and not drill.problems else None
        case "pose":
            pose = read_pose(content, str(path))
            return pose_routine(pose.value) if pose.value and not pose_problems(pose) else None
        case "routine":
            routine = library.routine_at(path)
            return None if routine.problems else routine.value
    return None


def pose_routine(pose: Pose) -> Routine:
    """Return a routine that shows a pose at once."""
    title, breath = (pose.about or pose.pose).rstrip("."), Breath.notation.parse(SLOW_BREATHS)
    routine = single_drill_routine(Drill(title=title, breath=breath, figure=pose.pose))
    return replace(routine, steps=routine.steps[1:])
