"""Finds what drills look like; a figure that cannot be read is left out, and `check` tells why."""

from collections.abc import Iterable, Iterator

from leanbreath.figure.shot_selection import DrillFigure
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill
from leanbreath.routine.pose import Pose


def figures(library: Library, drills: Iterable[Drill]) -> dict[str, DrillFigure]:
    """Return the figure of each drill that has one, and of all that may come in its place, by id or else by title."""
    found: dict[str, DrillFigure] = {}
    waiting, known = list(drills), set[str]()
    while waiting:
        drill = waiting.pop()
        name = drill.drill or drill.title
        if name not in known:
            known.add(name)
            if each := figure(library, drill):
                found[name] = each
            others = (library.drill(id).value for id in (drill.instead or {}).values() if id in library.drill_files)
            waiting.extend(other for other in others if other)
    return found


def figure(library: Library, drill: Drill) -> DrillFigure | None:
    """Return the figure of a drill, or None."""
    poses = tuple(_poses(library, drill))
    return DrillFigure(poses, drill.targets) if poses else None


def _poses(library: Library, drill: Drill) -> Iterator[tuple[str | None, Pose]]:
    named = drill.figure if isinstance(drill.figure, dict) else {None: drill.figure}
    for phase, id in named.items():
        path = library.pose_files.get(id or "")
        pose = library.pose_at(path).value if path else None
        if pose:
            yield phase, pose
