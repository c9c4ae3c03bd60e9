"""Records in the diary what a session does; a diary that fails is reported and never ends or delays a session."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from os import urandom
from typing import TYPE_CHECKING

from leanbreath.diary.connection import DiaryError
from leanbreath.diary.drills_out import DrillOut, drills_out
from leanbreath.diary.events import Ending, ReturnRow, SessionRow
from leanbreath.diary.moment import Moment
from leanbreath.diary.recovery import check_diary
from leanbreath.diary.store import Diary, PriorSessions
from leanbreath.diary.writer import DiaryWriter
from leanbreath.playback.work_rows import work_rows
from leanbreath.routine.vocabulary import SessionType, Side, YesOrNo
from leanbreath.score.score import RATE, Score
from leanbreath.session.feedback import Feedback
from leanbreath.session.progress import WorkDone

if TYPE_CHECKING:
    from leanbreath.coach.prescribe import PlanPlace

RECENT = timedelta(days=28)
"""No session lasts longer."""


class DiaryRecorder:
    """Records one session, or nothing if it is given no diary.

    The diary is read once, before the session. `notices` say what was wrong with it then, `warnings` what is missing
    from it when the session is over.
    """

    def __init__(self, diary: Diary | None, routine: str | None, now: Callable[[], Moment]) -> None:
        self._now = now
        self._writer = DiaryWriter(diary, lambda: now().at) if diary else None
        self._session: SessionRow | None = None
        self._levels: Mapping[str, int] = {}
        self.notices: tuple[str, ...] = ()
        self.prior = PriorSessions()
        if diary:
            self._read(diary, routine)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What to tell the runner when the session is over."""
        return tuple(self._writer.warnings) if self._writer else ()

    def first_side(self, is_resumed: bool = False) -> Side:
        """Return the side that alternating steps begin with; a resumed session keeps the side of the last one."""
        return "right" if (self.prior.begun_count - is_resumed) % 2 else "left"

    def drills_out(self, routine: str | None) -> tuple[DrillOut, ...]:
        """Return the drills that are left out of a routine because they hurt, in this session or an earlier one."""
        return drills_out(self.sessions, self._now(), routine)

    def drill_out(self, drill: DrillOut) -> DrillOut:
        """Return a drill that is left out as it is by now."""
        routine = self._session.routine if self._session else None
        return next((each for each in self.drills_out(routine) if each.drill == drill.drill), drill)

    @property
    def sessions(self) -> tuple[SessionRow, ...]:
        """The recent sessions, with this one."""
        return (*self.prior.recent, *([self._session] if self._session else []))

    @property
    def session(self) -> SessionRow | None:
        """The session as far as it has come; None before it began."""
        return self._session

    @property
    def keeps_diary(self) -> bool:
        """Whether the session is written anywhere."""
        return self._writer is not None

    @property
    def now(self) -> Moment:
        """The moment it is."""
        return self._now()

    def begin(self, score: Score, source: str | None = None, kind: SessionType | None = None) -> None:
        """Note what is done, by which name or file and what for; it is written once there is progress to record."""
        seconds = score.total / RATE
        self._session = SessionRow(urandom(16).hex(), self._now(), score.id, score.title, seconds, source, kind=kind)

    def plan(
        self,
        score: Score,
        fit: Fraction | None = None,
        own_breath: Fraction | None = None,
        place: "PlanPlace | None" = None,
    ) -> None:
        """Note the score that is done, and where it stands in a training plan.

        It was fitted to `fit` seconds, and begins at the runner's `own_breath`, in seconds too.
        """
        if self._session:
            self._levels = place.levels if place else {}
            self._session = replace(
                self._session,
                planned_seconds=score.total / RATE,
                fit_seconds=None if fit is None else float(fit),
                breath_seconds=None if own_breath is None else float(own_breath),
                plan=place.plan if place else None,
                week=place.week if place else None,
            )

    def record_return(self, drill: DrillOut, answer: YesOrNo | None) -> None:
        """Record whether a drill that hurt comes back; None where the runner was asked and didn't say."""
        if self._session:
            row = ReturnRow(drill.drill, drill.title, self._now(), answer)
            kept = tuple(each for each in self._session.returns if each.drill != row.drill)
            self._save(replace(self._session, returns=(*kept, row)))

    def record(self, done: tuple[WorkDone, ...], frame: int = 0) -> None:
        """Record what was done so far, and the frame of the score that the runner has reached."""
        if self._session:
            now = self._now()
            started = self._session.started if self._session.work else now
            work = work_rows(done, self._session.work, now, self._levels)
            self._save(replace(self._session, started=started, work=work, place_seconds=frame / RATE))

    def record_feedback(self, feedback: Feedback) -> None:
        """Record how the session felt."""
        if self._session and self._session.revision:
            self._save(replace(self._session, **feedback._asdict(), felt=self._now()))

    def end(self, ending: Ending) -> None:
        """Record how the session ended."""
        if self._session and self._session.revision:
            self._save(replace(self._session, ended=self._now(), ending=ending))

    def close(self, seconds: float) -> None:
        """Wait some seconds for the diary; what can't be written by then is kept in a file next to it."""
        if self._writer:
            self._writer.close(seconds)

    def _save(self, session: SessionRow) -> None:
        self._session = replace(session, revision=session.revision + 1)
        if self._writer:
            self._writer.save(self._session)

    def _read(self, diary: Diary, routine: str | None) -> None:
        try:
            self.notices = check_diary(diary.path, self._now().at)
            self.prior = diary.prior_sessions(routine, self._now().at - RECENT)
        except DiaryError as error:
            self.notices = (*self.notices, f"{error}; drills that hurt lately are not skipped")
