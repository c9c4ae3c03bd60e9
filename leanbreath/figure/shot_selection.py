"""Shot selection: from a snapshot of the score to the shot of the current or next drill."""

from collections.abc import Mapping
from typing import NamedTuple

from leanbreath.figure.motion import is_breathing, movement_progress
from leanbreath.figure.pose_scene import Shot, shot_at
from leanbreath.routine.pose import Pose
from leanbreath.routine.vocabulary import Muscle
from leanbreath.score.score import RATE
from leanbreath.score.snapshot import Snapshot
from leanbreath.score.work_key import drill_name


class DrillFigure(NamedTuple):
    """The figure of a drill: its pose in each phase, or one for all of them (`None`), and its target muscles."""

    poses: tuple[tuple[str | None, Pose], ...]
    targets: tuple[Muscle, ...] = ()

    def pose(self, phase: str | None) -> Pose:
        """Return the pose of a phase, or the first if it has none."""
        return dict(self.poses).get(phase, self.poses[0][1])


class PoseChoice(NamedTuple):
    """The pose to draw, on which side, and whether it is done now or only next, when it is drawn as it starts.

    `breath_follows_pacer` says that its belly is filled by the paced breath, apart from its movement.
    """

    pose: Pose
    mirrored: bool
    swapped: bool
    targets: tuple[Muscle, ...]
    is_moving: bool
    breath_follows_pacer: bool = False


def choose_pose(figures: Mapping[str, DrillFigure], snapshot: Snapshot) -> PoseChoice | None:
    """Return the pose for a snapshot; in a gap, that of the next drill; None without a figure."""
    work = snapshot.work
    figure = figures.get(drill_name(work)) if work else None
    if figure is None or work is None:
        return None
    is_work = snapshot.passage.kind == "work"
    segment = snapshot.segment
    pose = figure.pose(segment.phase if is_work else None)
    swapped = is_work and work.side is None and segment.side == "left"
    breathes_itself = pose.moves.name == "level" and is_breathing(pose)
    follows = snapshot.lung_level is not None and not breathes_itself
    return PoseChoice(pose, work.side == "left", swapped, figure.targets, is_work, follows)


def select_shot(figures: Mapping[str, DrillFigure], snapshot: Snapshot) -> Shot | None:
    """Return the shot for a snapshot; in a gap, of the start of the next drill; None without a figure."""
    chosen = choose_pose(figures, snapshot)
    if chosen is None:
        return None
    pose = chosen.pose
    progress = movement_progress(pose, snapshot.level, snapshot.elapsed / RATE) if chosen.is_moving else 0.0
    belly = snapshot.lung_level if chosen.breath_follows_pacer else None
    return shot_at(pose, progress, chosen.mirrored, chosen.swapped, chosen.targets, belly)
