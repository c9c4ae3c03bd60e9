"""The figure on the cover of a recording: that of the drill which tells most about a routine."""

from fractions import Fraction

from leanbreath.figure.key_shots import key_shots
from leanbreath.figure.pose_scene import Shot, shot_at
from leanbreath.presentation.drill_figure import drill_figure
from leanbreath.routine.drill_lookup import poses_of
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill, Routine
from leanbreath.score.passage import Passage, total_seconds
from leanbreath.score.score import Score
from leanbreath.score.work_key import drill_name


def cover_shot(library: Library, routine: Routine, score: Score) -> Shot | None:
    """Return the figure of a lean drill, else of any, namely the one that takes the longest; None without a figure.

    It is shown at the farthest point of its movement, in the pose that shows an angle if it has one.
    """
    drills = routine.named_drills()
    for name in sorted(drills, key=lambda name: _rank(drills[name], name, score.passages), reverse=True):
        drill = drills[name]
        if figure := drill_figure(drill, poses_of(library, (drill,))):
            poses = [pose for _, pose in figure.poses]
            pose = next((each for each in poses if each.angle), poses[0])
            return key_shots(shot_at(pose, 0.0, False, False, figure.targets))[-1]
    return None


def _rank(drill: Drill, name: str, passages: tuple[Passage, ...]) -> tuple[bool, Fraction]:
    """Return what makes a drill tell more than others: that it is a lean drill, and how long it takes."""
    works = (each for each in passages if each.kind == "work" and drill_name(each) == name)
    return drill.goal == "lean-skill", total_seconds(works)
