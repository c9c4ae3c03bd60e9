"""What the diary keeps: sessions with the work done in them, assessments, and what was decided about plan and levels.

Each event has a random id, so that diaries can be merged. What follows from events, such as what is due, is computed.
"""

from dataclasses import dataclass, replace
from typing import Literal

from leanbreath.diary.moment import Moment
from leanbreath.routine.vocabulary import (
    Effort,
    EndedBy,
    LeanFelt,
    Muscle,
    PainFelt,
    SessionType,
    Side,
    Stretch,
    YesOrNo,
)

Ending = Literal["done", "left", "stopped", "fault"]
PlanAction = Literal["start", "pause", "resume", "stop"]


@dataclass(frozen=True)
class WorkRow:
    """One set of one side of a drill in a session; `place` is its place in the session, from 0, `number` its set.

    `at` is when it was last worked on, None if that was never; `hurt_at` is when the runner said that it hurt.
    `ended_by` says what ended open work, whose length was only expected; `reps` are those of its kind that were done.
    `muscles` are those that the drill worked on when it was done, `stretch` how it stretched them, `level` the level of
    the drill, None where it was done at its own dose.
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
    muscles: tuple[Muscle, ...] = ()
    stretch: Stretch | None = None
    level: int | None = None

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

    `kind` is what its routine was for, `fit_seconds` the length it was fitted to, `breath_seconds` the runner's own
    breath from which its breaths slowed down. `plan` and `week` name the plan and the number of its week if the coach
    prescribed it, doses and all.
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
    kind: SessionType | None = None
    fit_seconds: float | None = None
    breath_seconds: float | None = None
    plan: str | None = None
    week: int | None = None
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


@dataclass(frozen=True)
class AssessmentRow:
    """A result of an assessment: one value, two (left, right), or the id of an answer.

    `checkup` is the id of the check-up it belongs to; all results of one share it. What a runner reports of themself,
    such as `hands-low`, is kept in the same way, with the answer `yes` or `no`. `real_changes` says how much each value
    must change to be more than measuring varies, where that was measured too.
    """

    id: str
    at: Moment
    assessment: str
    values: tuple[float, ...] = ()
    answer: str | None = None
    checkup: str | None = None
    real_changes: tuple[float, ...] = ()


@dataclass(frozen=True)
class PlanRow:
    """A plan that was started, paused, resumed or stopped; of two starts the later one counts."""

    id: str
    at: Moment
    action: PlanAction
    plan: str


@dataclass(frozen=True)
class LevelRow:
    """A level of a drill that the runner chose."""

    id: str
    at: Moment
    drill: str
    level: int


@dataclass(frozen=True)
class DeletionRow:
    """An event that the runner deleted, by its id; it stays deleted when an older copy comes back."""

    id: str
    at: Moment


Event = SessionRow | AssessmentRow | PlanRow | LevelRow | DeletionRow

EVENTS: dict[str, type[Event]] = {
    "session": SessionRow,
    "assessment": AssessmentRow,
    "plan": PlanRow,
    "level": LevelRow,
    "deletion": DeletionRow,
}
"""Each kind of event by its name, which is that of its table too."""


@dataclass(frozen=True)
class DiaryContent:
    """Everything in the diary: sessions the latest first, other events in the order of their instants.

    Deleted events are not among them, but their deletions are. `bad_rows` counts the rows that were skipped because
    they can't be read.
    """

    sessions: tuple[SessionRow, ...] = ()
    assessments: tuple[AssessmentRow, ...] = ()
    plan_events: tuple[PlanRow, ...] = ()
    levels: tuple[LevelRow, ...] = ()
    bad_rows: int = 0
    deletions: tuple[DeletionRow, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """All of them."""
        return (*self.sessions, *self.assessments, *self.plan_events, *self.levels, *self.deletions)

    def with_session(self, session: SessionRow) -> "DiaryContent":
        """Return the same with a session, in place of an earlier state of it."""
        others = [each for each in self.sessions if each.id != session.id]
        ordered = sorted((session, *others), key=lambda each: each.started.at, reverse=True)
        return replace(self, sessions=tuple(ordered))

    @property
    def warnings(self) -> tuple[str, ...]:
        """What to tell the runner about rows that were skipped."""
        if not self.bad_rows:
            return ()
        return (f"skipped {self.bad_rows} row{'' if self.bad_rows == 1 else 's'} of the diary that can't be read",)
