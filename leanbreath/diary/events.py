"""What the diary keeps: sessions, the work done in them, and what was answered about drills that hurt before."""

from dataclasses import dataclass
from typing import Literal

from leanbreath.diary.moment import Moment
from leanbreath.routine.vocabulary import Effort, EndedBy, LeanFelt, PainFelt, Side, YesOrNo

Ending = Literal["done", "left", "stopped", "fault"]


@dataclass(frozen=True)
class WorkRow:
    """One set of one side of a drill in a session; `place` is its place in the session, from 0, `number` its set.

    `at` is when it was last worked on, None if that was never; `hurt_at` is when the runner said that it hurt.
    `ended_by` says what ended open work, whose length was only expected; `reps` are those of its kind that were done.
    """

    place: int
    step: str
    drill: str | None
    title: str
    side: Side | None
    number: int
    planned_seconds: float
    extra_seconds: float
    done_seconds: float
    at: Moment | None = None
    hurt_at: Moment | None = None
    ended_by: EndedBy | None = None
    reps: int | None = None

    @property
    def hurt(self) -> bool:
        """Whether it hurt."""
        return self.hurt_at is not None


@dataclass(frozen=True)
class ReturnRow:
    """The question before a session whether a drill that hurt comes back, and its answer, None if it was left open.

    `drill` is the name of the drill, which for an inline one holds in its routine only.
    """

    drill: str
    title: str
    asked: Moment
    answer: YesOrNo | None = None


@dataclass(frozen=True)
class SessionRow:
    """A session as far as it has come; one that was killed has work, but no `ended`.

    `id` is random, so that diaries can be merged. `revision` counts how often it was saved: the latest one wins.
    `source` is the id or file that was run, `place_seconds` how far the runner got in it. `effort` is 0 to 10, `lean`
    says whether leaning felt easier, same or harder, `pain` whether anything hurt, and `felt` when the runner said so.
    """

    id: str
    started: Moment
    routine: str | None
    title: str
    planned_seconds: float
    source: str | None = None
    place_seconds: float | None = None
    ended: Moment | None = None
    ending: Ending | None = None
    effort: Effort | None = None
    lean: LeanFelt | None = None
    pain: PainFelt | None = None
    note: str | None = None
    felt: Moment | None = None
    revision: int = 0
    work: tuple[WorkRow, ...] = ()
    returns: tuple[ReturnRow, ...] = ()

    @property
    def was_begun(self) -> bool:
        """Whether it was more than questions before a session."""
        return bool(self.work) or not self.returns

    @property
    def done_seconds(self) -> float:
        """How much work was done."""
        return sum(row.done_seconds for row in self.work)

    @property
    def planned_work_seconds(self) -> float:
        """How long all its work would take; less than `planned_seconds`, which has gaps too."""
        return sum(row.planned_seconds for row in self.work)

    @property
    def last(self) -> Moment:
        """The moment of its last event: its end, else its latest work, else its start."""
        return self.ended or max((row.at for row in self.work if row.at), default=self.started)
