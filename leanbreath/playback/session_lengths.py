"""The lengths in which a session is offered before it begins."""

from dataclasses import dataclass
from functools import cached_property

from leanbreath.playback.diary_recorder import DiaryRecorder
from leanbreath.playback.session_draft import SessionDraft
from leanbreath.score.score import RATE
from leanbreath.session.session import Session
from leanbreath.userdata.settings import Settings

MINUTE = 60


@dataclass
class SessionLengths:
    """The whole minutes to which the routine of a draft can be fitted, and the choice of one of them."""

    draft: SessionDraft
    session: Session
    recorder: DiaryRecorder
    settings: Settings
    is_changed: bool = False

    @cached_property
    def offered(self) -> tuple[int, ...]:
        """The minutes that are offered; none where the routine has only one length."""
        from leanbreath.advice.bundled_rules import bundled_rules  # here, since only a card needs the rules
        from leanbreath.coach.offered_lengths import offered_minutes

        minutes = offered_minutes(self.draft.unfitted, bundled_rules().with_overrides(self.settings.rules))
        return minutes if len(minutes) > 1 else ()

    def change(self, direction: int) -> bool:
        """Fit the session to the next longer of the offered lengths, or the next shorter; return if there is one."""
        now = self.draft.fit or self.session.timeline.splices[0].score.total // RATE
        others = [each for each in self.offered if (each * MINUTE - now) * direction > 0]
        if not others:
            return False
        self.draft.fit_to(min(others) if direction > 0 else max(others))
        self.draft.put_into(self.session, self.recorder)
        self.is_changed = True
        return True
