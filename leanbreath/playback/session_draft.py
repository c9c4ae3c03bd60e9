"""The score of a session that has not begun; it is made again when the runner changes what goes into it."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from leanbreath.playback.diary_recorder import DiaryRecorder
from leanbreath.playback.fitted_routine import fitted_routine
from leanbreath.routine.model import Drill, Routine
from leanbreath.score.arrange import arrange
from leanbreath.score.own_breath import with_own_breath
from leanbreath.score.score import Score
from leanbreath.session.session import Session

if TYPE_CHECKING:
    from leanbreath.coach.prescribe import Prescriber, Prescription
    from leanbreath.score.fit import Fitted


@dataclass
class SessionDraft:
    """What goes into a score: a routine, the drills of it that stay `out`, by their names, and how it is changed.

    It is fitted to so many seconds, and begins at the runner's `own_breath`, in seconds; None where it isn't changed.
    `prescribe` makes what the coach prescribes instead, for so many seconds.
    `compose` makes a score of a routine, `without` leaves drills out of it; that raises `InvalidRequest` where none is
    left.
    """

    written: Routine
    compose: Callable[[Routine], Score]
    without: Callable[[Score, tuple[str, ...]], Score]
    out: tuple[str, ...] = ()
    own_breath: Fraction | None = None
    fit: Fraction | None = None
    fitted: "Callable[[Routine, Fraction | None], Fitted | None]" = fitted_routine
    prescribe: "Prescriber | None" = None

    @property
    def prescription(self) -> "Prescription | None":
        """What the coach prescribes for the time there is, None where the routine is played as it is written."""
        return self.prescribe(self.fit) if self.prescribe else None

    @property
    def routine(self) -> Routine:
        """The routine, fitted to the time there is."""
        if prescription := self.prescription:
            return prescription.routine
        fitted = self.fitted(self.written, self.fit)
        return fitted.routine if fitted else self.written

    @property
    def unfitted(self) -> Routine:
        """The routine in the length that it has by itself."""
        return self.prescribe(None).routine if self.prescribe else self.written

    def named_drills(self) -> dict[str, Drill]:
        """Return each drill that it may have, by its name: those that are written, and those that were prescribed."""
        return {**self.written.named_drills(), **self.unfitted.named_drills(), **self.routine.named_drills()}

    def score(self) -> Score:
        """Return the score."""
        return with_own_breath(self._score(self.out), self.own_breath)

    def whole_score(self) -> Score:
        """Return the score with the drills that stay out."""
        return self._score(())

    def _score(self, out: tuple[str, ...]) -> Score:
        return self.without(self.compose(self.routine), out)

    @property
    def breath_text(self) -> str:
        """How the runner's own breath changes the score; empty if it isn't known."""
        if self.own_breath is None:
            return ""
        from leanbreath.presentation.breath_finder_text import own_breath_text  # here, since few runners measure theirs

        score = self._score(self.out)
        return own_breath_text(self.own_breath, with_own_breath(score, self.own_breath) is not score)

    @property
    def changes_text(self) -> str:
        """What is not as written, since the routine was fitted or prescribed; empty if everything is."""
        from leanbreath.presentation.fit_text import changes_text  # here, so that the first frame comes sooner

        if prescription := self.prescription:
            return " ".join(filter(None, (*prescription.notes, changes_text(prescription.changes))))
        fitted = self.fitted(self.written, self.fit)
        return changes_text(fitted.changes) if fitted else ""

    def note_plan(self, recorder: DiaryRecorder, score: Score) -> None:
        """Note what is done now, and where that stands in a training plan."""
        prescription = self.prescription
        recorder.plan(score, self.fit, self.own_breath, prescription.place if prescription else None)

    def fit_to(self, minutes: int) -> None:
        """Fit it to some minutes."""
        self.fit = Fraction(60 * minutes)

    def put_into(self, session: Session, recorder: DiaryRecorder) -> None:
        """Give a session the score, with its lines where its voice says them, and note what is done now."""
        score = self.score()
        session.replace_score(lambda old: arrange(score, dict(old.spoken), old.density))
        self.note_plan(recorder, score)
