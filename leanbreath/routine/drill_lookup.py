"""Drills and poses looked up in a library; those that are missing or have mistakes are left out."""

from collections.abc import Iterable, Mapping

from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill
from leanbreath.routine.pose import Pose


def drills_by_id(library: Library, ids: Iterable[str]) -> dict[str, Drill]:
    """Return the drills with these ids."""
    drills = {id: library.drill(id).value for id in ids if id in library.drill_files}
    return {id: drill for id, drill in drills.items() if drill}


def with_alternatives(library: Library, drills: Mapping[str, Drill]) -> dict[str, Drill]:
    """Return drills by name, and all that can replace them, directly or through another."""
    found: dict[str, Drill] = {}
    waiting = list(drills.items())
    while waiting:
        name, drill = waiting.pop()
        if name not in found:
            found[name] = drill
            waiting.extend(drills_by_id(library, (drill.instead or {}).values()).items())
    return found


def poses_of(library: Library, drills: Iterable[Drill]) -> dict[str, Pose]:
    """Return the poses by which drills are drawn, by id."""
    ids = dict.fromkeys(id for drill in drills for id in drill.poses)
    poses = {id: library.pose_at(library.pose_files[id]).value for id in ids if id in library.pose_files}
    return {id: pose for id, pose in poses.items() if pose}
