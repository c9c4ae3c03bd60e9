"""The figures of drills, put together from their poses."""

from collections.abc import Iterator, Mapping

from leanbreath.figure.motion import movement_progress
from leanbreath.figure.pose_scene import Shot, shot_at
from leanbreath.figure.shot_selection import DrillFigure
from leanbreath.routine.model import Drill
from leanbreath.routine.pose import Pose
from leanbreath.score.easing import ease_there_and_back

CYCLE_SECONDS = 6.0
"""How long a figure takes there and back."""


def drill_figures(drills: Mapping[str, Drill], poses: Mapping[str, Pose]) -> dict[str, DrillFigure]:
    """Return the figure of each drill that has one, by the names of the drills."""
    figures = ((name, drill_figure(drill, poses)) for name, drill in drills.items())
    return {name: figure for name, figure in figures if figure}


def drill_figure(drill: Drill, poses: Mapping[str, Pose]) -> DrillFigure | None:
    """Return the figure of a drill, or None if none of its poses is known."""
    found = tuple(_poses(drill, poses))
    return DrillFigure(found, drill.targets) if found else None


def _poses(drill: Drill, poses: Mapping[str, Pose]) -> Iterator[tuple[str | None, Pose]]:
    by_phase = drill.figure if isinstance(drill.figure, dict) else {None: drill.figure}
    for phase, id in by_phase.items():
        if pose := poses.get(id or ""):
            yield phase, pose


def shot_in_turn(figure: DrillFigure, seconds: float, is_mirrored: bool = False) -> Shot:
    """Return the picture of a figure that goes through its poses, one after the other, after some seconds."""
    cycle, part = divmod(seconds / CYCLE_SECONDS, 1.0)
    pose = figure.poses[int(cycle) % len(figure.poses)][1]
    progress = movement_progress(pose, ease_there_and_back(part), part * CYCLE_SECONDS)
    return shot_at(pose, progress, is_mirrored, False, figure.targets)
