"""Drills that hurt a week ago: whether they come back is asked before a session, and settles its score."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from leanbreath.diary.drills_out import DrillOut
from leanbreath.playback.diary_recorder import DiaryRecorder
from leanbreath.playback.session_draft import SessionDraft
from leanbreath.presentation.returning_drill import RETURN_KEYS, out_text, return_question
from leanbreath.routine.problems import InvalidRequest
from leanbreath.routine.vocabulary import YesOrNo
from leanbreath.session.keyboard_layouts import latin
from leanbreath.session.session import Session


@dataclass
class ReturningDrills:
    """The drills that stay out of a session, and the questions about those that may come back, one at a time."""

    out: tuple[DrillOut, ...]
    questions: tuple[DrillOut, ...]
    _session: Session
    _recorder: DiaryRecorder
    _draft: SessionDraft
    settled: Callable[[], None] = lambda: None

    @property
    def current(self) -> str:
        """The question that is asked now, empty after the last."""
        return return_question(self.questions[0]) if self.questions else ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Why each drill that isn't asked about stays out."""
        left = (each for each in self.out if each not in self.questions)
        return tuple(out_text(each, self._recorder.now) for each in left)

    def answer(self, answer: YesOrNo | None) -> str:
        """Record an answer, None to be asked another day; return what is wrong if no drill is left after the last."""
        question, *left = self.questions
        self.questions = tuple(left)
        self._recorder.record_return(question, answer)
        if answer == "yes":
            self.out = tuple(each for each in self.out if each != question)
        else:
            changed = self._recorder.drill_out(question)
            self.out = tuple(changed if each == question else each for each in self.out)
        return "" if self.questions else self._settle()

    def _settle(self) -> str:
        """Give the session its score, and return what is wrong where no drill is left."""
        try:
            self._draft.out = tuple(each.drill for each in self.out)
            self._draft.put_into(self._session, self._recorder)
        except InvalidRequest as nothing_left:
            return f"{str(nothing_left)[:1].upper()}{str(nothing_left)[1:]}."
        self.settled()
        return ""


class Keys(Protocol):
    """Keys as they are typed."""

    def is_in_background(self) -> bool:
        """Return whether nobody can type here."""

    def wait(self, seconds: float) -> Iterable[str]:
        """Wait some seconds or until a key comes, and yield the keys."""


ANSWERS: dict[str, YesOrNo | None] = {"y": "yes", "n": "no", " ": None}


def ask_in_lines(drills: ReturningDrills, write: Callable[[str], None], keys: Keys) -> bool:
    """Ask every question in plain lines, and return whether to begin the session; in the background none is asked."""
    while question := drills.current:
        answer = " "
        if not keys.is_in_background():
            write(f"{question} {RETURN_KEYS}")
            answer = _answer(keys)
        if answer == "q":
            drills.answer(None)
            return False
        if wrong := drills.answer(ANSWERS[answer]):
            write(wrong)
            return False
    return True


def _answer(keys: Keys) -> str:
    """Return the key of an answer, or `q` if the runner leaves; a space if they go to the background."""
    while not keys.is_in_background():
        for sent in map(latin, keys.wait(0.25)):
            if sent in ANSWERS or sent == "q":
                return sent
    return " "
