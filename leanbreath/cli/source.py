"""The time line of a session, mixed for an output; imported when sound is first wanted, since it brings numpy."""

from collections.abc import Callable
from time import monotonic

from leanbreath.session.clock import DeviceClock
from leanbreath.session.session import Session
from leanbreath.sound.fader import Fader
from leanbreath.sound.kit import Kit
from leanbreath.sound.mix import Block, mix
from leanbreath.sound.whisper import Waking, whisper

STANDING = ("preparing", "paused", "waiting")
"""States in which nothing is performed."""


class SessionSource:
    """What an output is given; a fault in the audio thread is handed to `broken`, for the main one."""

    def __init__(
        self, session: Session, kit: Kit, clock: DeviceClock, fader: Fader, broken: Callable[[Exception], None]
    ) -> None:
        self._session, self._kit, self._clock, self._fader, self._broken = session, kit, clock, fader, broken
        self._waking = Waking()
        self._seen: tuple[object, float] = (None, 1.0)
        self._version = 0

    def pull(self, count: int) -> Block:
        """Return the next frames: near-silence until the device has joined, and while nothing is performed."""
        try:
            timeline, first = self._session.handed(self._clock, count, monotonic())
            if first is None:
                return whisper(count)
            takes = timeline.takes(first, count, self._kit.ring)
            mixed = self._fader.apply(mix(takes, self._kit, first, count))
            return self._waking(mixed, all(timeline.at(frame).state in STANDING for frame in (first, first + count)))
        except Exception as error:
            self._broken(error)
            raise

    def stands(self, first: int) -> bool:
        """Return whether nothing is performed from a frame on."""
        return self._session.timeline.at(first).state in STANDING

    def heard(self) -> int:
        """Return the frame that is to be heard now."""
        return self._session.clock.heard(monotonic())

    def version(self) -> int:
        """Return a number that grows when the time line, or the volume, is another."""
        seen = self._session.timeline, self._fader.gain
        if seen[0] is not self._seen[0] or seen[1] != self._seen[1]:
            self._seen = seen
            self._version += 1
        return self._version

    def mixed(self, first: int, count: int) -> Block:
        """Return any frames of the time line, at the volume of now."""
        try:
            takes = self._session.timeline.takes(first, count, self._kit.ring)
            mixed = mix(takes, self._kit, first, count)
        except Exception as error:
            self._broken(error)
            raise
        return self._fader.at_volume(mixed)
