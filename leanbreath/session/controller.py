"""Runs a session from the opening of the sound to its end; time is an argument."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from leanbreath.garbage_collection import collect_in_short_steps
from leanbreath.score.score import RATE
from leanbreath.session.clock import LOST_SECONDS, DeviceClock
from leanbreath.session.feedback import Feedback
from leanbreath.session.pain_moves import PAIN_MOVES
from leanbreath.session.progress import SessionResult, WorkDone
from leanbreath.session.session import Session
from leanbreath.session.states import Move, State
from leanbreath.session.status import Status

PREPARED_SECONDS = 4.0
"""How long to wait for a device to take frames evenly before the session begins without it."""

STALLED_SECONDS = 3.0
"""After so long without a tick the whole program was stopped, and the runner's time with it."""

NOTICE_SECONDS = 15.0
"""How long a notice is shown, unless it says that there is no sound; it is repeated when the session is over."""

RECORD_FRAMES = 4 * RATE
"""How often progress is recorded: with the time a write takes, less than five seconds are lost in a kill."""

ABSENCE_SECONDS = 1.0
"""After so long without a tick the program was stopped, and whatever else is late is given the time to answer."""

PATIENCE_SECONDS = 0.3
"""Progress is only shown for sound that takes longer to open."""

SLEPT = "Paused: the computer went to sleep. Press space to resume."
STALLED = "Paused: the program was suspended. Press space to resume."
LOST = "The sound was lost. The session continues; looking for a device."
BACK = "The sound is back."

SPACE: dict[State, Move] = {"paused": "resume", "waiting": "resume", "open": "finish"}
"""What space does where it does not pause."""

BELLS = ("start", "step", "switch", "done", "end")
"""The sounds that ring the terminal's bell where nothing else can be heard."""


class SessionSound(Protocol):
    """Sound as a session handles it.

    `device_clock` is the clock of a device that asks for frames, `fault` is the error raised in the audio thread, if
    any.
    """

    fault: Exception | None
    device_clock: DeviceClock | None

    @property
    def progress_text(self) -> str:
        """How far the sound is while it opens."""

    @property
    def needs_bell(self) -> bool:
        """Whether only the terminal's bell can be heard."""

    @property
    def follows_session(self) -> bool:
        """Whether an output plays that follows the session's own time."""

    def is_lost(self, now: float) -> bool:
        """Return whether the device that played is lost."""

    def open(self, session: Session) -> str:
        """Begin to play a session; return a notice for the runner, or an empty text."""

    def prepare_again(self, session: Session) -> None:
        """Prepare a session that got another score and has not begun."""

    def reopen(self) -> None:
        """Close a lost device, and look for one in the background."""

    def close(self) -> None:
        """Stop playing."""

    def louder(self) -> None:
        """Go one step up."""

    def quieter(self) -> None:
        """Go one step down."""

    def mute(self) -> None:
        """Mute, or unmute."""

    def volume_text(self) -> str:
        """Return the volume in words."""


@dataclass
class SessionController:
    """One session from the opening of the sound to its end.

    While `is_held` it does not begin: the runner is still reading the preparation card. `notice` is shown now,
    `notices` holds all so far. `record` takes what was done, and the frame of the score that the runner has reached.
    `read_ahead` begins to read what only a later move needs, once the sound is open.
    """

    session: Session
    sound: SessionSound
    record: Callable[[tuple[WorkDone, ...], int], None]
    speed: float = 1.0
    read_ahead: Callable[[], object] = lambda: None
    notice: str = ""
    notices: list[str] = field(default_factory=list)
    is_held: bool = False
    feedback: Feedback | None = None
    _fault: Exception | None = None
    _opening_since: float | None = None
    _opened_at: float | None = None
    _recorded: tuple[object, ...] = ()
    _noticed_at: float = 0.0
    _last_tick: tuple[float, int] | None = None
    _back_at: float = 0.0
    _slept_seconds: float | None = None
    _bell_frame: int = 0
    _is_soundless: bool = False

    def open(self, now: Callable[[], float]) -> None:
        """Open the sound, which may take seconds; the session begins at a later tick, which raises any error."""
        try:
            notice = self.sound.open(self.session)
        except Exception as error:
            self._fault = error
            return
        collect_in_short_steps()
        self._opened_at = now()
        self._notify(notice, self._opened_at)
        self.read_ahead()  # not before, so that nothing takes the processor from what opens the sound

    def begin_with_new_score(self) -> None:
        """Let the runner begin once the sound has prepared the score that was chosen last, which may take seconds."""
        try:
            self.sound.prepare_again(self.session)
        except Exception as error:
            self._fault = error
        self.is_held = False

    def tick(self, now: float, boot: float = 0.0) -> Status:
        """Make the moves that time brings, and return what to show; `boot` counts the seconds of sleep too."""
        if fault := self._fault or self.sound.fault:
            raise fault
        if self._last_tick is not None and now - self._last_tick[0] > ABSENCE_SECONDS:
            self._back_at = now
        if self._opened_at is None:
            self._opening_since = now if self._opening_since is None else self._opening_since
            self.notice = self.sound.progress_text if now - self._opening_since > PATIENCE_SECONDS else ""
        else:
            self._pause_after_interruption(now, boot)
            self._follow_device(now)
        status = self.session.status(now)
        if status.state == "preparing" and self._opened_at is not None and self._is_ready(now, self._opened_at):
            self._is_soundless = not isinstance(self.session.clock, DeviceClock) and not self.sound.follows_session
            self.session.move("begin", now)
        self._last_tick = now, status.device_frame
        return status

    def should_ring_bell(self, status: Status) -> bool:
        """Return whether to ring the terminal's bell: a step began or ended since the last status."""
        before, self._bell_frame = self._bell_frame, status.device_frame
        passed = self.session.timeline.cues(before, status.device_frame) if self.sound.needs_bell else ()
        return any(cue.sound in BELLS for _, _, cue in passed)

    def record_progress(self, status: Status, now: float) -> None:
        """Record what was done, every few seconds and at each new passage; called once a status has been shown."""
        snapshot = status.snapshot
        done = snapshot.frame if status.most is None else snapshot.elapsed
        recorded = (status.state, snapshot.segment.passage, done // RECORD_FRAMES)
        if recorded != self._recorded and status.state != "preparing":
            self.record(self.session.progress(now), snapshot.frame)
            self._recorded = recorded

    def move(self, move: Move, now: float) -> bool:
        """Make a move; return whether it can be made. Pain is recorded at the moment at which a key is pressed."""
        is_made = self.session.move(move, now)
        if is_made and move in PAIN_MOVES:
            self.record_now(now)
        return is_made

    def take_back_pain(self, now: float) -> None:
        """Take back that a drill hurt, the latest first, when the session is over."""
        self.session.take_back_pain()
        self.record_now(now)

    def record_now(self, now: float) -> None:
        """Record what was done by now."""
        self.record(self.session.progress(now), self.session.score_frame(now))

    def press_space(self, now: float) -> None:
        """Pause, resume, or end open work, by the state that is heard, which may lag behind what was delivered."""
        self.session.move(SPACE.get(self.session.status(now).state, "pause"), now)

    def toggle_pause(self, now: float) -> None:
        """Pause, or resume."""
        self.session.move("resume" if self.session.status(now).state == "paused" else "pause", now)

    def close(self, now: float) -> SessionResult | None:
        """Stop the sound, record what was done, and return it; None if the session has not begun."""
        result, frame = self.session.result(now), self.session.score_frame(now)
        self.sound.close()
        if not self.session.has_begun:
            return None
        self.record(result.work, frame)
        return result

    def _is_ready(self, now: float, opened_at: float) -> bool:
        """Return whether to begin: the device has joined, there is none, or it takes too long."""
        if self.is_held:
            return False
        device = self.sound.device_clock
        has_joined = isinstance(self.session.clock, DeviceClock)
        return has_joined or device is None or now - opened_at > PREPARED_SECONDS + device.settle_seconds

    def _follow_device(self, now: float) -> None:
        """Let a device that asks evenly set the pace, and time run by itself where it does not."""
        clock, device = self.session.clock, self.sound.device_clock
        if isinstance(clock, DeviceClock) and (clock.is_lost(now) or not clock.is_joined):
            self.session.leave_device(now, self.speed)
        if device is not None and device.is_steady(now) and not isinstance(self.session.clock, DeviceClock):
            self.session.follow_device(device, now)
            self._notify_of_return(now)
        if self.sound.follows_session:
            self._notify_of_return(now)
        if self.sound.is_lost(now) and now - self._back_at > LOST_SECONDS:
            self._notify(LOST, now)
            self._is_soundless = True
            self.sound.reopen()
        if not self._is_soundless and now - self._noticed_at > NOTICE_SECONDS:
            self.notice = ""

    def _notify_of_return(self, now: float) -> None:
        if self._is_soundless:
            self._notify(BACK, now)
            self._is_soundless = False

    def _pause_after_interruption(self, now: float, boot: float) -> None:
        """Pause where the program was stopped or the computer slept; without keys, continue from there."""
        slept_before, self._slept_seconds = self._slept_seconds, boot - now
        if self._last_tick is None:
            return
        slept = slept_before is not None and boot - now - slept_before > STALLED_SECONDS
        clock = self.session.clock
        plays = isinstance(clock, DeviceClock) and not clock.is_lost(now)
        if slept or (now - self._last_tick[0] > STALLED_SECONDS and not plays):
            self.session.leave_device(now, self.speed, self._last_tick[1])
            if self.session.timeline.wait is None and self.session.move("interrupt", now):
                self._notify(SLEPT if slept else STALLED, now)

    def _notify(self, notice: str, now: float) -> None:
        self.notice, self._noticed_at = notice, now
        if notice and notice not in self.notices:
            self.notices.append(notice)
