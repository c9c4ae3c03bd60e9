"""Finds what drills look like; a figure that cannot be read is left out, and `check` tells why."""

from collections.abc import Iterable, Iterator

from leanbreath.figure.cast import Figure
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill
from leanbreath.routine.pose import Pose


def figures(library: Library, drills: Iterable[Drill]) -> dict[str, Figure]:
    """Return the figure of each drill that has one, by its id, or by its title where it has none."""
    return {drill.drill or drill.title: each for drill in drills if (each := figure(library, drill))}


def figure(library: Library, drill: Drill) -> Figure | None:
    """Return the figure of a drill, or None."""
    poses = tuple(_poses(library, drill))
    return Figure(poses, drill.targets) if poses else None


def _poses(library: Library, drill: Drill) -> Iterator[tuple[str | None, Pose]]:
    named = drill.figure if isinstance(drill.figure, dict) else {None: drill.figure}
    for phase, id in named.items():
        path = library.pose_files.get(id or "")
        pose = library.pose(path).value if path else None
        if pose:
            yield phase, pose
