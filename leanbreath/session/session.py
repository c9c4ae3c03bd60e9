"""A score under way, moved on by a clock and by what the runner asks for."""

from collections.abc import Callable
from dataclasses import replace
from threading import Lock

from leanbreath.score.phrases import Phrases
from leanbreath.score.score import RATE, Score
from leanbreath.session.clock import Clock, DeviceClock, SilentClock
from leanbreath.session.edit import Edit
from leanbreath.session.moves import edit
from leanbreath.session.pain_moves import Substitute, easier
from leanbreath.session.progress import SessionResult, WorkDone, played, progress
from leanbreath.session.score_edits import ScoreEdit, painful, pains, without_latest_pain
from leanbreath.session.splice import Splice
from leanbreath.session.states import Event
from leanbreath.session.status import Status, status_at
from leanbreath.session.timeline import Timeline

EDIT_MARGIN = RATE // 50
"""How far after the last delivered frame an edit begins, so that the audio thread cannot overtake it."""

PUSHED_EDIT_MARGIN = RATE // 8
"""The same for an output that is pushed chunks, each of which has to be mixed first."""


class Session:
    """A score under way; every method may be called from the main thread, `deliver` from the audio thread too.

    `wait` is how many frames a wait lasts when nobody can press a key, or None. `substitute` returns what replaces a
    drill that hurts. `before` is the index of the segment before `start`; if it isn't given, a wait at `start` has been
    done.
    """

    def __init__(
        self,
        score: Score,
        clock: Clock,
        start: int = 0,
        wait: int | None = None,
        substitute: Substitute = lambda _: (),
        before: int | None = None,
    ) -> None:
        self.clock = clock
        self._edits: tuple[ScoreEdit, ...] = ()
        self.edit_margin = EDIT_MARGIN
        self._substitute = substitute
        self._lock = Lock()
        reached = before if before is not None else score.index(start) - 1 if start else -1
        self._timeline = Timeline((Splice(0, "preparing", score, start, wait=reached),), wait)

    @property
    def timeline(self) -> Timeline:
        """The timeline as it is now."""
        return self._timeline

    @property
    def has_begun(self) -> bool:
        """Whether it has begun to count in."""
        return len(self._timeline.splices) > 1

    @property
    def painful(self) -> tuple[str, ...]:
        """The names of the drills that hurt, the latest last."""
        return painful(self._edits)

    @property
    def painful_titles(self) -> tuple[str, ...]:
        """The titles of the drills that hurt, the latest last."""
        return tuple(each.title for each in pains(self._edits))

    @property
    def is_hurt(self) -> bool:
        """Whether it stands still because a drill hurts, until the runner chooses what to do."""
        return self._timeline.splices[-1].state == "hurt"

    @property
    def easier_title(self) -> str:
        """The title of what can replace the drill that hurt last, empty if there is nothing."""
        passages = easier(self._edits, self._substitute) if self.painful else ()
        return passages[0].title if passages else ""

    @property
    def phrases(self) -> Phrases:
        """The words of its language."""
        return self._timeline.splices[0].score.phrases

    def deliver(self, clock: DeviceClock, count: int, now: float) -> tuple[Timeline, int | None]:
        """Note that a device takes `count` frames; return the timeline and their first frame, if the device joined."""
        with self._lock:
            return self._timeline, clock.deliver(count, now)

    def follow_device(self, device: DeviceClock, now: float) -> None:
        """Let a device set the pace from the frame heard now, without a jump in time."""
        with self._lock:
            device.join(self.clock.heard_frame(now), now)
            self.clock = device

    def leave_device(self, now: float, speed: float = 1.0, frame: int | None = None) -> None:
        """Let time run by itself, from the frame heard now or from another one."""
        with self._lock:
            clock = self.clock
            self.clock = SilentClock(now, speed, clock.heard_frame(now) if frame is None else frame)
            if isinstance(clock, DeviceClock):
                clock.leave()

    def replace_score(self, change: Callable[[Score], Score]) -> None:
        """Put another score, or another arrangement of it, into a session that has not begun."""
        with self._lock:
            [first] = self._timeline.splices
            self._timeline = Timeline((replace(first, score=change(first.score)),), self._timeline.wait)

    def status(self, now: float) -> Status:
        """Return what to show."""
        return status_at(self._timeline, self.clock.heard_frame(now))

    def score_frame(self, now: float) -> int:
        """Return the frame of the score that the runner has reached."""
        frame = self.clock.heard_frame(now)
        return self._timeline.at(frame).score_frame_at(frame)

    def is_over(self, now: float) -> bool:
        """Return whether the routine has been heard to its end."""
        return self._timeline.at(self.clock.heard_frame(now)).state == "over"

    def progress(self, now: float) -> tuple[WorkDone, ...]:
        """Return what was done by now."""
        return progress(self._timeline, self.clock.heard_frame(now), self.painful)

    def result(self, now: float) -> SessionResult:
        """Return what was done by now, of how much."""
        heard = self.clock.heard_frame(now)
        score = self._timeline.splices[-1].score
        work = progress(self._timeline, heard, self.painful)
        return SessionResult(score.title, score.total, played(self._timeline, heard), work, score.is_estimate)

    def move(self, move: Event, now: float) -> bool:
        """Make a move after the last delivered frame; return whether the state there allows it."""
        made = self._edit(lambda at: edit(self._timeline, at, move, self._edits, self._substitute), now)
        self._edits = made.edits if made else self._edits
        return made is not None

    def take_back_pain(self) -> None:
        """Take back that a drill hurt, the latest first, once nothing is played any more."""
        self._edits = without_latest_pain(self._edits)

    def _edit(self, edited: Callable[[int], Edit | None], now: float) -> Edit | None:
        """Replace the timeline after the last delivered frame; try again further ahead where the device was faster."""
        margin = self.edit_margin
        while True:
            at = self.clock.first_editable_frame(now) + margin
            margin *= 2
            made = edited(at)
            with self._lock:
                if self.clock.first_editable_frame(now) <= at:
                    self._timeline = made.timeline if made else self._timeline
                    return made
