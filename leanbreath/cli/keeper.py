"""Hands what a session has done to the diary; a diary that fails is named once, and never ends a session."""

from collections.abc import Callable
from datetime import datetime

from leanbreath.diary.store import Diary, DiaryError, WorkRow
from leanbreath.routine.vocabulary import Side
from leanbreath.score.score import RATE, Score
from leanbreath.session.account import Done


class Keeper:
    """Writes one session, or none where there is no diary for it; `warnings` are for the runner, afterwards."""

    def __init__(self, diary: Diary | None) -> None:
        self._diary = diary
        self._session: int | None = None
        self.warnings: list[str] = []

    def first_side(self, routine: str | None) -> Side:
        """Return the side whose turn it is to begin, when sides alternate between sessions."""
        count = self._try(lambda diary: diary.count(routine or "")) or 0
        return "right" if count % 2 else "left"

    def begin(self, score: Score) -> None:
        """Write that a session begins."""
        self._session = self._try(lambda diary: diary.begin(_now(), score.id, score.title, score.total / RATE))

    def keep(self, done: tuple[Done, ...]) -> None:
        """Write what has been done so far."""
        session = self._session
        if session is not None:
            self._try(lambda diary: diary.keep(session, [_row(each) for each in done]))

    def end(self, ending: str) -> None:
        """Write how the session ended."""
        session = self._session
        if session is not None:
            self._try(lambda diary: diary.end(session, _now(), ending))

    def _try(self, write: Callable[[Diary], int | None]) -> int | None:
        try:
            return write(self._diary) if self._diary else None
        except DiaryError as error:
            self.warnings = [f"leanbreath: {error}; not all of this session is written down"]
            return None


def _now() -> datetime:
    return datetime.now().astimezone()


def _row(done: Done) -> WorkRow:
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
    )
