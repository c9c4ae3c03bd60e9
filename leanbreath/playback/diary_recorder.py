"""Records in the diary what a session has done; a diary that fails is reported once and never ends a session."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from leanbreath.diary.events import WorkRow
from leanbreath.diary.stats import painful_drills
from leanbreath.diary.store import Diary, DiaryError
from leanbreath.playback.time_source import local_time
from leanbreath.routine.vocabulary import Side
from leanbreath.score.score import RATE, Score
from leanbreath.session.feedback import Feedback
from leanbreath.session.progress import WorkDone

T = TypeVar("T")


class DiaryRecorder:
    """Records one session, or nothing if it is given no diary; `warnings` are shown when the session is over."""

    def __init__(self, diary: Diary | None, now: Callable[[], datetime] = local_time) -> None:
        self._diary, self._now = diary, now
        self._session: int | None = None
        self._begin: Callable[[Diary], int] | None = None
        self.warnings: list[str] = []

    def first_side(self, routine: str | None, is_resumed: bool = False) -> Side:
        """Return the side that alternating steps begin with; a resumed session keeps the side of the last one."""
        count = (self._try(lambda diary: diary.count_sessions(routine or "")) or 0) - is_resumed
        return "right" if count % 2 else "left"

    @property
    def is_empty(self) -> bool:
        """Whether there is a diary without any session."""
        return self._try(lambda diary: diary.is_empty()) is True

    def painful_today(self) -> tuple[str, ...]:
        """Return the names of the drills that hurt today."""
        return painful_drills(self._try(lambda diary: diary.sessions()) or (), self._now().date())

    def begin(self, score: Score, source: str | None = None) -> None:
        """Note what is done, and by which name or file; it is written once there is progress to record."""
        self._begin = lambda diary: diary.begin_session(self._now(), score.id, score.title, score.total / RATE, source)

    def record(self, done: tuple[WorkDone, ...], frame: int = 0) -> None:
        """Record what was done so far, and the frame of the score that the runner has reached."""
        if self._session is None and self._begin:
            self._session, self._begin = self._try(self._begin), None
        self._write(lambda diary, session: diary.save_progress(session, [_row(work) for work in done], frame / RATE))

    def record_feedback(self, feedback: Feedback) -> None:
        """Record how the session felt."""
        self._write(lambda diary, session: diary.save_feedback(session, *feedback))

    def end(self, ending: str) -> None:
        """Record how the session ended."""
        self._write(lambda diary, session: diary.end_session(session, self._now(), ending))

    def _write(self, write: Callable[[Diary, int], None]) -> None:
        session = self._session
        if session is not None:
            self._try(lambda diary: write(diary, session))

    def _try(self, use: Callable[[Diary], T]) -> T | None:
        """Return what the diary returns; None without a diary, and with a warning if it fails."""
        try:
            return use(self._diary) if self._diary else None
        except DiaryError as error:
            self.warnings = [f"{error}; part of this session is missing from the diary"]
            return None


def _row(work: WorkDone) -> WorkRow:
    return WorkRow(
        work.passage,
        work.step,
        work.drill,
        work.title,
        work.side,
        work.number,
        work.planned / RATE,
        work.extra / RATE,
        work.done / RATE,
        work.hurt,
    )
