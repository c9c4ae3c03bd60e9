"""A routine in one row of a list."""

from typing import Any, Literal, NamedTuple

from leanbreath.presentation.plain_words import POSTURES
from leanbreath.routine.model import Routine
from leanbreath.routine.vocabulary import SessionType
from leanbreath.score.compose import place_passages
from leanbreath.score.score import RATE
from leanbreath.score.unroll import unroll

Owner = Literal["leanbreath", "yours"]


class RoutineSummary(NamedTuple):
    """What a list shows of a routine; `seconds` excludes its waits, `postures` are in the order they are taken."""

    id: str
    title: str
    kind: SessionType
    seconds: float
    waits: int
    needs: tuple[str, ...]
    postures: tuple[str, ...]
    about: str
    owner: Owner

    def data(self) -> dict[str, Any]:
        """Return the row as plain data."""
        return {
            "id": self.id,
            "title": self.title,
            "for": self.kind,
            "seconds": self.seconds,
            "waits": self.waits,
            "needs": list(self.needs),
            "places": list(self.postures),
            "about": self.about,
            "whose": self.owner,
        }


def routine_summary(id: str, routine: Routine, owner: Owner) -> RoutineSummary:
    """Return the row of a routine."""
    placed = place_passages(unroll(routine, "left"))
    drills = tuple(routine.drills())
    return RoutineSummary(
        id=id,
        title=routine.title,
        kind=routine.kind,
        seconds=placed[-1].end / RATE,
        waits=sum(each.passage.kind == "wait" for each in placed),
        needs=tuple(sorted({need for drill in drills for need in drill.needs})),
        postures=tuple(dict.fromkeys(POSTURES[drill.position] for drill in drills if drill.position)),
        about=routine.about,
        owner=owner,
    )
