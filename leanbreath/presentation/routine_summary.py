"""A routine in one row of a list."""

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from leanbreath.routine.vocabulary import SessionType
from leanbreath.score.sample_rate import RATE
from leanbreath.score.time_format import format_total

if TYPE_CHECKING:
    from leanbreath.routine.model import Routine

Owner = Literal["leanbreath", "yours"]


def owner_mark(owner: Owner) -> str:
    """Return what marks the user's own in a list."""
    return "  (yours)" if owner == "yours" else ""


class RoutineSummary(NamedTuple):
    """What a list shows of a routine; `postures` are in the order they are taken.

    `seconds` excludes its waits, and is an estimate if some of its work is open.
    """

    id: str
    title: str
    kind: SessionType
    seconds: float
    is_estimate: bool
    waits: int
    needs: tuple[str, ...]
    postures: tuple[str, ...]
    about: str
    owner: Owner

    @property
    def length(self) -> str:
        """How long it takes, in minutes and seconds."""
        return format_total(round(self.seconds * RATE), self.is_estimate)

    def data(self) -> dict[str, Any]:
        """Return the row as plain data."""
        return {
            "id": self.id,
            "title": self.title,
            "for": self.kind,
            "seconds": self.seconds,
            "estimate": self.is_estimate,
            "waits": self.waits,
            "needs": list(self.needs),
            "places": list(self.postures),
            "about": self.about,
            "whose": self.owner,
        }

    def cells(self) -> tuple[str, ...]:
        """Return the row as columns of text."""
        return self.id, f"{self.length:>6}", self.kind, self.title + owner_mark(self.owner)

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "RoutineSummary":
        """Return the row that `data` made."""
        return cls(
            id=data["id"],
            title=data["title"],
            kind=data["for"],
            seconds=data["seconds"],
            is_estimate=data["estimate"],
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
    from leanbreath.score.unroll import unroll

    placed = place_passages(unroll(routine, "left"))
    drills = tuple(routine.drills())
    return RoutineSummary(
        id=id,
        title=routine.title,
        kind=routine.kind,
        seconds=placed[-1].end / RATE,
        is_estimate=any(each.passage.is_open for each in placed),
        waits=sum(each.passage.kind == "wait" for each in placed),
        needs=tuple(sorted({need for drill in drills for need in drill.needs})),
        postures=tuple(dict.fromkeys(POSTURES[drill.position] for drill in drills if drill.position)),
        about=routine.about,
        owner=owner,
    )
