"""Who is on stage: from a moment of the score to the shot of the drill that is done, or that comes next."""

from collections.abc import Mapping
from typing import NamedTuple

from leanbreath.figure.motion import is_breathing, movement_progress
from leanbreath.figure.scene import Shot, shot_at
from leanbreath.routine.pose import Pose
from leanbreath.routine.vocabulary import Muscle
from leanbreath.score.score import RATE
from leanbreath.score.snapshot import Snapshot
from leanbreath.score.substitution import drill_name


class DrillFigure(NamedTuple):
    """What is drawn of a drill: its pose in each phase, or the one in all of them (`None`), and what it works."""

    poses: tuple[tuple[str | None, Pose], ...]
    targets: tuple[Muscle, ...] = ()

    def pose(self, phase: str | None) -> Pose:
        """Return the pose of a phase; where it has none, the first."""
        return dict(self.poses).get(phase, self.poses[0][1])


def select_shot(figures: Mapping[str, DrillFigure], moment: Snapshot) -> Shot | None:
    """Return what is seen at a moment: in a gap, where the drill that comes begins; None without a figure."""
    work = moment.work
    figure = figures.get(drill_name(work)) if work else None
    if figure is None or work is None:
        return None
    doing = moment.passage.kind == "work"
    segment = moment.segment
    pose = figure.pose(segment.phase if doing else None)
    moved = movement_progress(pose, moment.level, moment.elapsed / RATE) if doing else 0.0
    swapped = doing and work.side is None and segment.side == "left"
    belly = None if pose.moves.name == "level" and is_breathing(pose) else moment.lung_level
    return shot_at(pose, moved, work.side == "left", swapped, figure.targets, belly)
