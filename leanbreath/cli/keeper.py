"""Hands what a session has done to the diary; a diary that fails is named once, and never ends a session."""

from collections.abc import Callable
from datetime import datetime

from leanbreath.diary.store import Diary, DiaryError, WorkRow
from leanbreath.routine.vocabulary import Side
from leanbreath.score.score import RATE, Score
from leanbreath.session.account import Done


class Keeper:
    """Writes one session; `warn` takes lines for the runner."""

    def __init__(self, diary: Diary, warn: Callable[[list[str]], None]) -> None:
        self._diary, self._warn = diary, warn
        self._session: int | None = None
        self._warned = False

    def first_side(self, routine: str | None) -> Side:
        """Return the side whose turn it is to begin, when sides alternate between sessions."""
        count = self._try(lambda: self._diary.count(routine or "")) or 0
        return "right" if count % 2 else "left"

    def begin(self, score: Score) -> None:
        """Write that a session begins."""
        self._session = self._try(lambda: self._diary.begin(_now(), score.id, score.title, score.total / RATE))

    def keep(self, done: tuple[Done, ...]) -> None:
        """Write what has been done so far."""
        session = self._session
        if session is not None:
            self._try(lambda: self._diary.keep(session, [_row(each) for each in done]))

    def end(self, ending: str) -> None:
        """Write how the session ended."""
        session = self._session
        if session is not None:
            self._try(lambda: self._diary.end(session, _now(), ending))

    def _try(self, write: Callable[[], int | None]) -> int | None:
        try:
            return write()
        except DiaryError as error:
            if not self._warned:
                self._warn([f"leanbreath: {error}; this session is not written down"])
                self._warned = True
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
