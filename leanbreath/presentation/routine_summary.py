"""A routine in one row of a list."""

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from leanbreath.routine.vocabulary import SessionType
from leanbreath.score.time_format import format_seconds

if TYPE_CHECKING:
    from leanbreath.routine.model import Routine

Owner = Literal["leanbreath", "yours"]


def owner_mark(owner: Owner) -> str:
    """Return what marks the user's own in a list."""
    return "  (yours)" if owner == "yours" else ""


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

    def cells(self) -> tuple[str, ...]:
        """Return the row as columns of text."""
        return self.id, f"{format_seconds(self.seconds):>6}", self.kind, self.title + owner_mark(self.owner)

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "RoutineSummary":
        """Return the row that `data` made."""
        return cls(
            id=data["id"],
            title=data["title"],
            kind=data["for"],
            seconds=data["seconds"],
            waits=data["waits"],
            needs=tuple(data["needs"]),
            postures=tuple(data["places"]),
            about=data["about"],
            owner=data["whose"],
        )


def routine_summary(id: str, routine: "Routine", owner: Owner) -> RoutineSummary:
    """Return the row of a routine."""
    from leanbreath.presentation.plain_words import POSTURES  # imported here, as rows of the wheel's index need none
    from leanbreath.score.compose import place_passages
    from leanbreath.score.sample_rate import RATE
    from leanbreath.score.unroll import unroll

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
