"""The figures of drills, put together from their poses."""

from collections.abc import Iterator, Mapping

from leanbreath.figure.shot_selection import DrillFigure
from leanbreath.routine.model import Drill
from leanbreath.routine.pose import Pose


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
