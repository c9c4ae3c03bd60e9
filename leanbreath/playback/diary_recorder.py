"""Hands what a session has done to the diary; a diary that fails is named once, and never ends a session."""

from collections.abc import Callable
from datetime import datetime

from leanbreath.diary.events import WorkRow
from leanbreath.diary.stats import painful_drills
from leanbreath.diary.store import Diary, DiaryError
from leanbreath.routine.vocabulary import Side
from leanbreath.score.score import RATE, Score
from leanbreath.session.feedback import Feedback
from leanbreath.session.progress import WorkDone


class DiaryRecorder:
    """Writes one session, or none where there is no diary for it; `warnings` are for the runner, afterwards."""

    def __init__(self, diary: Diary | None) -> None:
        self._diary = diary
        self._session: int | None = None
        self._begin: Callable[[Diary], int] | None = None
        self.warnings: list[str] = []

    def first_side(self, routine: str | None, again: bool = False) -> Side:
        """Return the side whose turn it is to begin, when sides alternate between sessions; `again` is the last."""
        count = (self._try(lambda diary: diary.count_sessions(routine or "")) or 0) - again
        return "right" if count % 2 else "left"

    @property
    def empty(self) -> bool:
        """Whether there is a diary, and no session in it."""
        return self._try(lambda diary: int(diary.is_empty())) == 1

    def hurt(self) -> tuple[str, ...]:
        """Return the drills that hurt today."""
        found: list[str] = []
        self._try(lambda diary: found.extend(painful_drills(diary.sessions(), _now().date())))
        return tuple(found)

    def begin(self, score: Score, source: str | None = None) -> None:
        """Take note by what name or file a session is done; it is written once there is something to keep of it."""
        self._begin = lambda diary: diary.begin_session(_now(), score.id, score.title, score.total / RATE, source)

    def keep(self, done: tuple[WorkDone, ...], frame: int = 0) -> None:
        """Write what has been done so far, and how far into the routine the runner has come."""
        if self._session is None and self._begin:
            self._session, self._begin = self._try(self._begin), None
        session = self._session
        if session is not None:
            self._try(lambda diary: diary.save_progress(session, [_row(each) for each in done], frame / RATE))

    def tell(self, felt: Feedback) -> None:
        """Write how it felt."""
        session = self._session
        if session is not None:
            self._try(lambda diary: diary.save_feedback(session, felt.effort, felt.lean, felt.note))

    def end(self, ending: str) -> None:
        """Write how the session ended."""
        session = self._session
        if session is not None:
            self._try(lambda diary: diary.end_session(session, _now(), ending))

    def _try(self, write: Callable[[Diary], int | None]) -> int | None:
        try:
            return write(self._diary) if self._diary else None
        except DiaryError as error:
            self.warnings = [f"leanbreath: {error}; not all of this session is written down"]
            return None


def _now() -> datetime:
    return datetime.now().astimezone()


def _row(done: WorkDone) -> WorkRow:
    return WorkRow(
        done.passage,
        done.step,
        done.drill,
        done.title,
        done.side,
        done.set,
        done.planned / RATE,
        done.extra / RATE,
        done.done / RATE,
        done.hurt,
    )
