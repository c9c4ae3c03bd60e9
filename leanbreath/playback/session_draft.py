"""The score of a session that has not begun; it is made again when the runner changes what goes into it."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from leanbreath.playback.diary_recorder import DiaryRecorder
from leanbreath.presentation.breath_finder_text import own_breath_text
from leanbreath.score.arrange import arrange
from leanbreath.score.own_breath import with_own_breath
from leanbreath.score.score import Score
from leanbreath.session.session import Session


@dataclass
class SessionDraft:
    """What goes into a score: the drills that stay `out`, by their names, and the runner's `own_breath` in seconds.

    `without` makes the score without drills; it raises `InvalidRequest` where none is left.
    """

    without: Callable[[tuple[str, ...]], Score]
    out: tuple[str, ...]
    own_breath: Fraction | None = None

    def score(self) -> Score:
        """Return the score."""
        return with_own_breath(self.without(self.out), self.own_breath)

    @property
    def breath_text(self) -> str:
        """How the runner's own breath changes the score; empty if it isn't known."""
        if self.own_breath is None:
            return ""
        written = self.without(self.out)
        return own_breath_text(self.own_breath, with_own_breath(written, self.own_breath) is not written)

    def put_into(self, session: Session, recorder: DiaryRecorder) -> None:
        """Give a session the score, with its lines where its voice says them, and note what is done now."""
        score = self.score()
        session.replace_score(lambda old: arrange(score, dict(old.spoken), old.density))
        recorder.plan(score)
