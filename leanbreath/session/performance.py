"""What a performer needs: the session, the sound under the runner's hand, and a place to keep what is done."""

import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from leanbreath.session.account import Done
from leanbreath.session.clock import DeviceClock
from leanbreath.session.session import Session, Status
from leanbreath.session.states import Move

PREPARED_SECONDS = 4.0
"""How long to wait for a device to take frames evenly before going on without it."""

STALLED_SECONDS = 3.0
"""After so long without a tick the whole program was stopped, and the runner's time with it."""

NOTICE_SECONDS = 8.0

LOST = "The sound was lost; going on without it, and looking for it."
BACK = "The sound is back."

BELLS = ("start", "step", "switch", "done", "end")
"""What the terminal's bell is rung for where nothing else can be heard."""


class Sound(Protocol):
    """Sound as a performer handles it.

    `device` is the clock of a device that asks for frames, `bell` says that only the terminal's bell is left, `fault`
    is what went wrong in the audio thread, if anything did, `follows` that a device plays which takes the session's
    own time.
    """

    fault: Exception | None
    device: DeviceClock | None
    bell: bool

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
class Performance:
    """One session from the opening of the sound to its end; time is an argument."""

    session: Session
    sound: Sound
    keep: Callable[[tuple[Done, ...]], None]
    speed: float = 1.0
    notice: str = ""
    _opened: float | None = None
    _kept: tuple[object, ...] = field(default=())
    _noticed: float = 0.0
    _ticked: tuple[float, int] | None = None
    _rung: int = 0
    _missed: bool = False

    def open(self, now: Callable[[], float]) -> None:
        """Open the sound, which may take seconds; the session begins with a later tick."""
        self.notice = self.sound.open(self.session)
        _settle_garbage()
        self._opened = self._noticed = now()

    def tick(self, now: float) -> Status:
        """Move on what time moves on, and return what there is to show."""
        if self.sound.fault is not None:
            raise self.sound.fault
        if self._opened is not None:
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
        """Keep what was done, whenever a passage is over; to be called once a status has been shown."""
        kept = (status.state, status.moment.segment.passage)
        if kept != self._kept and status.state != "preparing":
            self.keep(self.session.account(now))
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
        done, words = self.session.account(now), self.session.summary(now)
        self.sound.close()
        self.keep(done)
        return words

    def _ready(self, now: float, opened: float) -> bool:
        """Return whether to begin: the device has joined, there is none, or it takes too long."""
        joined = isinstance(self.session.clock, DeviceClock)
        return joined or self.sound.device is None or now - opened > PREPARED_SECONDS

    def _follow(self, now: float) -> None:
        """Let a device that asks evenly set the pace, and time go on by itself where it does not."""
        clock, device = self.session.clock, self.sound.device
        if isinstance(clock, DeviceClock) and (clock.lost(now) or not clock.joined):
            self.session.part(now, self.speed)
        if not isinstance(self.session.clock, DeviceClock):
            self._hold_still(now)
            if device is not None and device.steady(now):
                self._join(device, now)
        if self._missed and self.sound.follows:
            self._back(now)
        if self.sound.lost(now):
            self._say(LOST, now)
            self._missed = True
            self.sound.reopen()
        if self.notice == BACK and now - self._noticed > NOTICE_SECONDS:
            self.notice = ""

    def _join(self, device: DeviceClock, now: float) -> None:
        self.session.join(device, now)
        if self._missed:
            self._back(now)

    def _back(self, now: float) -> None:
        self._say(BACK, now)
        self._missed = False

    def _hold_still(self, now: float) -> None:
        """Go on from where the program was stopped, be it by hand or as the computer slept."""
        if self._ticked and now - self._ticked[0] > STALLED_SECONDS:
            self.session.part(now, self.speed, self._ticked[1])

    def _say(self, notice: str, now: float) -> None:
        self.notice, self._noticed = notice, now


def _settle_garbage() -> None:
    """Set aside all that is there by now, so that no later collection walks through it and stops the session."""
    gc.collect()
    gc.freeze()
    gc.enable()
