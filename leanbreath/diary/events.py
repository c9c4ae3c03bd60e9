"""The rows of the diary: sessions, and the work done in them."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class WorkRow:
    """One set of one side of a drill in a session; `place` is its place in the session, from 0, `number` its set."""

    place: int
    step: str
    drill: str | None
    title: str
    side: str | None
    number: int
    planned_seconds: float
    extra_seconds: float
    done_seconds: float
    hurt: bool = False


@dataclass(frozen=True)
class SessionRow:
    """A session; one that was killed has work, but no `ended`.

    `ending` is done, left, stopped or fault; `source` is the id or file that was run, `place_seconds` how far the
    runner got in it; `effort` is 0 to 10, `lean` says whether leaning felt easier, same or harder.
    """

    id: int
    started: datetime
    ended: datetime | None
    ending: str | None
    routine: str | None
    title: str
    planned_seconds: float
    done_seconds: float
    work: tuple[WorkRow, ...]
    source: str | None = None
    place_seconds: float | None = None
    effort: int | None = None
    lean: str | None = None
    note: str | None = None

    @property
    def planned_work_seconds(self) -> float:
        """How long all its work would take; less than `planned_seconds`, which has gaps too."""
        return sum(row.planned_seconds for row in self.work)
