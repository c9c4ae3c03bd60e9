"""What a performer needs: the session, the sound under the runner's hand, and a place to keep what is done."""

import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from leanbreath.score.score import RATE
from leanbreath.session.clock import DeviceClock
from leanbreath.session.feedback import Feedback
from leanbreath.session.progress import Done
from leanbreath.session.session import Session, Status
from leanbreath.session.states import Move

PREPARED_SECONDS = 4.0
"""How long to wait for a device to take frames evenly before going on without it."""

STALLED_SECONDS = 3.0
"""After so long without a tick the whole program was stopped, and the runner's time with it."""

NOTICE_SECONDS = 15.0
"""How long a notice stands, but for one that there is no sound; it is repeated when the session is over."""

KEPT = 5 * RATE
"""So many frames may be lost where the program is killed."""

PATIENCE_SECONDS = 1.0
"""Only what takes longer to open says how far it is."""

SLEPT = "Paused, since the computer slept. Space goes on."
STOPPED = "Paused meanwhile. Space goes on."
LOST = "The sound was lost; going on without it, and looking for it."
BACK = "The sound is back."

BELLS = ("start", "step", "switch", "done", "end")
"""What the terminal's bell is rung for where nothing else can be heard."""


class Sound(Protocol):
    """Sound as a performer handles it.

    `progress` says how far it is while it opens, `device` is the clock of a device that asks for frames, `fault`
    is what went wrong in the audio thread, if anything did, `follows` that a device plays which takes the session's
    own time.
    """

    fault: Exception | None
    device: DeviceClock | None
    progress: str

    @property
    def bell(self) -> bool:
        """Whether only the terminal's bell is left to be heard."""

    @property
    def follows(self) -> bool:
        """Whether an output plays that follows the session's own time."""

    def lost(self, now: float) -> bool:
        """Return whether what played has broken off."""

    def open(self, session: Session) -> str:
        """Begin to play a session; return what there is to say about it, or an empty text."""

    def reopen(self) -> None:
        """Let a device that was lost go, and try to open one again in the background."""

    def close(self) -> None:
        """Stop playing."""

    def louder(self) -> None:
        """Go one step up."""

    def quieter(self) -> None:
        """Go one step down."""

    def mute(self) -> None:
        """Mute, or bring the sound back."""

    def level(self) -> str:
        """Return the volume in words."""


@dataclass
class SessionController:
    """One session from the opening of the sound to its end; time is an argument.

    While it is `held` it does not begin: the runner is still reading what it needs.
    """

    session: Session
    sound: Sound
    keep: Callable[[tuple[Done, ...], int], None]
    speed: float = 1.0
    notice: str = ""
    told: list[str] = field(default_factory=list)
    held: bool = False
    feedback: Feedback | None = None
    _fault: Exception | None = None
    _begun: float | None = None
    _opened: float | None = None
    _kept: tuple[object, ...] = field(default=())
    _noticed: float = 0.0
    _ticked: tuple[float, int] | None = None
    _slept: float | None = None
    _rung: int = 0
    _missed: bool = False

    def open(self, now: Callable[[], float]) -> None:
        """Open the sound, which may take seconds; the session begins with a later tick, which raises any fault."""
        try:
            notice = self.sound.open(self.session)
        except Exception as error:
            self._fault = error
            return
        _settle_garbage()
        self._opened = now()
        self._say(notice, self._opened)

    def tick(self, now: float, boot: float = 0.0) -> Status:
        """Move on what time moves on, and return what there is to show; `boot` are seconds that count sleep too."""
        if fault := self._fault or self.sound.fault:
            raise fault
        if self._opened is None:
            self._begun = now if self._begun is None else self._begun
            self.notice = self.sound.progress if now - self._begun > PATIENCE_SECONDS else ""
        else:
            self._wake(now, boot)
            self._follow(now)
        status = self.session.status(now)
        if status.state == "preparing" and self._opened is not None and self._ready(now, self._opened):
            self._missed = not isinstance(self.session.clock, DeviceClock) and not self.sound.follows
            self.session.move("begin", now)
        self._ticked = now, status.device
        return status

    def rings(self, status: Status) -> bool:
        """Return whether the terminal's bell is to be rung: a step began or ended since the last status."""
        before, self._rung = self._rung, status.device
        passed = self.session.timeline.cues(before, status.device) if self.sound.bell else ()
        return any(cue.sound in BELLS for _, _, cue in passed)

    def note(self, status: Status, now: float) -> None:
        """Keep what was done, every few seconds and at each new passage; to be called once a status has been shown."""
        kept = (status.state, status.moment.segment.passage, status.moment.frame // KEPT)
        if kept != self._kept and status.state != "preparing":
            self.keep(self.session.account(now), status.moment.frame)
            self._kept = kept

    def move(self, move: Move, now: float) -> bool:
        """Make a move, if the state allows it."""
        return self.session.move(move, now)

    def toggle(self, now: float) -> None:
        """Pause, or go on, by the state that is heard: what lies ready may be further already."""
        standing = self.session.status(now).state in ("paused", "waiting")
        self.session.move("go" if standing else "pause", now)

    def close(self, now: float) -> tuple[str, ...]:
        """Stop the sound, keep what was done, and return it in words."""
        done, words, frame = self.session.account(now), self.session.summary(now), self.session.place(now)
        self.sound.close()
        if not self.session.begun:
            return ()
        self.keep(done, frame)
        return words

    def _ready(self, now: float, opened: float) -> bool:
        """Return whether to begin: the device has joined, there is none, or it takes too long."""
        if self.held:
            return False
        device = self.sound.device
        joined = isinstance(self.session.clock, DeviceClock)
        return joined or device is None or now - opened > PREPARED_SECONDS + device.ahead

    def _follow(self, now: float) -> None:
        """Let a device that asks evenly set the pace, and time go on by itself where it does not."""
        clock, device = self.session.clock, self.sound.device
        if isinstance(clock, DeviceClock) and (clock.lost(now) or not clock.joined):
            self.session.part(now, self.speed)
        if device is not None and device.steady(now) and not isinstance(self.session.clock, DeviceClock):
            self._join(device, now)
        if self._missed and self.sound.follows:
            self._back(now)
        if self.sound.lost(now):
            self._say(LOST, now)
            self._missed = True
            self.sound.reopen()
        if not self._missed and now - self._noticed > NOTICE_SECONDS:
            self.notice = ""

    def _join(self, device: DeviceClock, now: float) -> None:
        self.session.join(device, now)
        if self._missed:
            self._back(now)

    def _back(self, now: float) -> None:
        self._say(BACK, now)
        self._missed = False

    def _wake(self, now: float, boot: float) -> None:
        """Go on from where the program was stopped, by hand or as the computer slept; where there are keys, pause."""
        before, self._slept = self._slept, boot - now
        if self._ticked is None:
            return
        asleep = before is not None and boot - now - before > STALLED_SECONDS
        clock = self.session.clock
        plays = isinstance(clock, DeviceClock) and not clock.lost(now)
        if asleep or (now - self._ticked[0] > STALLED_SECONDS and not plays):
            self.session.part(now, self.speed, self._ticked[1])
            if self.session.timeline.wait is None and self.session.move("pause", now):
                self._say(SLEPT if asleep else STOPPED, now)

    def _say(self, notice: str, now: float) -> None:
        self.notice, self._noticed = notice, now
        if notice and notice not in self.told:
            self.told.append(notice)


def _settle_garbage() -> None:
    """Set aside all that is there by now, so that no later collection walks through it and stops the session."""
    gc.collect()
    gc.freeze()
    gc.enable()
