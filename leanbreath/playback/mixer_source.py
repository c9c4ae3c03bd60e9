"""The time line of a session, mixed for an output; imported when sound is first wanted, since it brings numpy."""

from collections.abc import Callable
from time import monotonic

from leanbreath.session.clock import DeviceClock
from leanbreath.session.session import Session
from leanbreath.sound.comfort_noise import ComfortNoise, comfort_noise
from leanbreath.sound.fader import Fader
from leanbreath.sound.mixer import Block, mix
from leanbreath.sound.sound_bank import SoundBank

STANDING = ("preparing", "paused", "waiting")
"""States in which nothing is performed."""


class SessionSource:
    """What an output is given; a fault in the audio thread is handed to `broken`, for the main one."""

    def __init__(
        self, session: Session, bank: SoundBank, clock: DeviceClock, fader: Fader, broken: Callable[[Exception], None]
    ) -> None:
        self._session, self._bank, self._clock, self._fader, self._broken = session, bank, clock, fader, broken
        self._comfort_noise = ComfortNoise()
        self._seen: tuple[object, float] = (None, 1.0)
        self._version = 0

    def pull(self, count: int) -> Block:
        """Return the next frames: near-silence until the device has joined, and while nothing is performed."""
        try:
            timeline, first = self._session.deliver(self._clock, count, monotonic())
            if first is None:
                return comfort_noise(count)
            regions = timeline.regions(first, count, self._bank.tail)
            mixed = self._fader.apply(mix(regions, self._bank, first, count))
            return self._comfort_noise.apply(
                mixed, all(timeline.at(frame).state in STANDING for frame in (first, first + count))
            )
        except Exception as error:
            self._broken(error)
            raise

    def stands(self, first: int) -> bool:
        """Return whether nothing is performed from a frame on."""
        return self._session.timeline.at(first).state in STANDING

    def heard(self) -> int:
        """Return the frame that is to be heard now."""
        return self._session.clock.heard_frame(monotonic())

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
            regions = self._session.timeline.regions(first, count, self._bank.tail)
            mixed = mix(regions, self._bank, first, count)
        except Exception as error:
            self._broken(error)
            raise
        return self._fader.at_volume(mixed)
