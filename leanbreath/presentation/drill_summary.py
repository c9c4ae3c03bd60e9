"""A drill, or a pose that drills are drawn by, in one row of a list."""

from typing import Any, NamedTuple

from leanbreath.presentation.plain_words import goal_words, position_words
from leanbreath.presentation.routine_summary import Owner, owner_mark
from leanbreath.routine.model import Drill
from leanbreath.routine.pose import Pose
from leanbreath.routine.vocabulary import Goal, Limiter, Muscle, Position, Sides
from leanbreath.routine.work import Work


class DrillSummary(NamedTuple):
    """What a list shows of a drill, and by what it is found; `family` is the folder of its file."""

    id: str
    title: str
    family: str
    goal: Goal | None
    position: Position | None
    work: Work
    sides: Sides
    needs: tuple[str, ...]
    owner: Owner
    targets: tuple[Muscle, ...] = ()
    helps: tuple[Limiter, ...] = ()

    def data(self) -> dict[str, Any]:
        """Return the row as plain data."""
        return {
            "id": self.id,
            "title": self.title,
            "goal": self.goal,
            "position": self.position,
            "dose": {self.work.kind: self.work.text()},
            "sides": self.sides,
            "needs": list(self.needs),
            "whose": self.owner,
        }

    def cells(self) -> tuple[str, ...]:
        """Return the row as columns of text."""
        position = position_words(self.position) if self.position else ""
        goal = goal_words(self.goal) if self.goal else ""
        return self.id, position, goal, self.title + owner_mark(self.owner)


class PoseSummary(NamedTuple):
    """What a list shows of a pose."""

    id: str
    about: str
    owner: Owner

    def data(self) -> dict[str, Any]:
        """Return the row as plain data."""
        return {"id": self.id, "about": self.about, "whose": self.owner}

    def cells(self) -> tuple[str, ...]:
        """Return the row as columns of text."""
        return self.id, self.about + owner_mark(self.owner)


def drill_summary(id: str, drill: Drill, family: str, owner: Owner) -> DrillSummary:
    """Return the row of a drill that has work."""
    assert drill.work is not None
    return DrillSummary(
        id=id,
        title=drill.title,
        family=family,
        goal=drill.goal,
        position=drill.position,
        work=drill.work,
        sides=drill.sides,
        needs=tuple(drill.needs),
        owner=owner,
        targets=drill.targets,
        helps=drill.helps,
    )


def pose_summary(id: str, pose: Pose, owner: Owner) -> PoseSummary:
    """Return the row of a pose."""
    return PoseSummary(id, pose.about, owner)
