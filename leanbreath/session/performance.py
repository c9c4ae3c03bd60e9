"""What a performer needs: the session, the sound under the runner's hand, and a place to keep what is done."""

import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from leanbreath.session.account import Done
from leanbreath.session.clock import DeviceClock, SilentClock
from leanbreath.session.session import Session, Status
from leanbreath.session.states import Move

PREPARED_SECONDS = 4.0
"""How long to wait for a device to take frames evenly before going on without it."""

LOST = "The sound was lost; going on without it."


class Sound(Protocol):
    """Sound as a performer handles it; `fault` is what went wrong in the audio thread, if anything did."""

    fault: Exception | None

    def open(self, session: Session) -> str:
        """Begin to play a session; return what there is to say about it, or an empty text."""

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

    def open(self, now: Callable[[], float]) -> None:
        """Open the sound, which may take seconds; the session begins with a later tick."""
        self.notice = self.sound.open(self.session)
        _settle_garbage()
        self._opened = now()

    def tick(self, now: float) -> Status:
        """Move on what time moves on, and return what there is to show."""
        if self.sound.fault is not None:
            raise self.sound.fault
        self._follow(now)
        status = self.session.status(now)
        if status.state == "preparing" and self._opened is not None and self.session.clock.steady(now):
            self.session.move("begin", now)
        return status

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

    def _follow(self, now: float) -> None:
        """Let time go on by itself where a device does not begin, or has stopped asking."""
        clock = self.session.clock
        if self._opened is None or not isinstance(clock, DeviceClock):
            return
        preparing = self.session.timeline.at(clock.heard(now)).state == "preparing"
        late = now - self._opened > PREPARED_SECONDS and not clock.steady(now)
        if late if preparing else clock.lost(now):
            self.session.clock = SilentClock(now, self.speed, clock.heard(now))
            self.notice = LOST
            self.sound.close()


def _settle_garbage() -> None:
    """Set aside all that is there by now, so that no later collection walks through it and stops the session."""
    gc.collect()
    gc.freeze()
    gc.enable()
