"""The timeline of a session, mixed for an output: pulled from, or made into chunks."""

from collections.abc import Callable
from dataclasses import dataclass, field

from leanbreath.score.score import RATE
from leanbreath.session.clock import DeviceClock
from leanbreath.session.session import Session
from leanbreath.session.timeline import Timeline
from leanbreath.sound.comfort_noise import ComfortNoise, comfort_noise
from leanbreath.sound.mixer import Block, mix
from leanbreath.sound.sound_bank import SoundBank
from leanbreath.sound.volume import Fader

STANDING_STILL = ("preparing", "paused", "waiting")
"""States in which nothing is played."""


def _stands_still(timeline: Timeline, frame: int) -> bool:
    return timeline.at(frame).state in STANDING_STILL


@dataclass
class SessionPullSource:
    """What an output pulls from a session, mixed with the bank there is; an error is passed to `on_fault`."""

    session: Session
    bank: Callable[[], SoundBank]
    fader: Fader
    now: Callable[[], float]
    on_fault: Callable[[Exception], None]
    clock: DeviceClock
    _comfort_noise: ComfortNoise = field(default_factory=ComfortNoise)

    def pull(self, count: int) -> Block:
        """Return the next frames: near-silence until the device has joined, and while the session stands still."""
        try:
            timeline, first = self.session.deliver(self.clock, count, self.now())
            if first is None:
                return comfort_noise(count)
            bank = self.bank()
            regions = timeline.regions(first, count, bank.tail)
            mixed = self.fader.apply(mix(regions, bank, first, count))
            still = all(_stands_still(timeline, frame) for frame in (first, first + count))
            return self._comfort_noise.apply(mixed, still)
        except Exception as error:
            self.on_fault(error)
            raise

    def note_heard(self, frame: int) -> None:
        """Let the clock know which of the frames pulled so far is heard."""
        self.clock.report(frame, self.now())


@dataclass
class SessionPushSource:
    """What chunks are made of, played `offset_seconds` before they should be heard.

    An error while mixing is passed to `on_fault`.
    """

    session: Session
    bank: Callable[[], SoundBank]
    fader: Fader
    now: Callable[[], float]
    on_fault: Callable[[Exception], None]
    offset_seconds: float = 0.0
    _seen: tuple[object, float] = (None, 1.0)
    _version: int = 0

    def heard_frame(self) -> int:
        """Return the frame that should be heard now."""
        return self.session.clock.heard_frame(self.now()) + round(self.offset_seconds * RATE)

    def version(self) -> int:
        """Return a number that grows when the timeline or the volume has changed."""
        seen = self.session.timeline, self.fader.gain
        if seen[0] is not self._seen[0] or seen[1] != self._seen[1]:
            self._seen = seen
            self._version += 1
        return self._version

    def mix(self, first: int, count: int) -> Block:
        """Return any frames of the timeline, at the present volume."""
        try:
            bank = self.bank()
            regions = self.session.timeline.regions(first, count, bank.tail)
            mixed = mix(regions, bank, first, count)
        except Exception as error:
            self.on_fault(error)
            raise
        return self.fader.at_volume(mixed)

    def stands_still(self, first: int) -> bool:
        """Return whether nothing is played from a frame on."""
        return _stands_still(self.session.timeline, first)
