"""What has been heard: the clock of a session. Time is an argument, in seconds of a monotonic clock."""

from dataclasses import dataclass, field
from typing import Protocol

from leanbreath.score.score import RATE

BUCKET_SECONDS = 0.5
BUCKETS = 8
GAP_SECONDS = 0.3
STEADY_SECONDS = 0.25
LOST_SECONDS = 1.0


class Clock(Protocol):
    """Tells which frame is heard, and which is the first that can still be changed."""

    def heard(self, now: float) -> int:
        """Return the frame that is heard; it never goes back."""

    def edge(self, now: float) -> int:
        """Return the first frame that has not been handed over."""

    def steady(self, now: float) -> bool:
        """Return whether frames are taken evenly, so that the score can begin."""

    def lost(self, now: float) -> bool:
        """Return whether the device has stopped asking."""

    def seconds(self, frames: int) -> float:
        """Return how long a number of frames lasts on this clock."""


@dataclass
class SilentClock:
    """Runs on by itself, `speed` times as fast as the day, from frame `frame` at second `origin`."""

    origin: float
    speed: float = 1.0
    frame: int = 0

    def heard(self, now: float) -> int:
        """Return the frame that would be heard."""
        return self.frame + max(int((now - self.origin) * RATE * self.speed), 0)

    def edge(self, now: float) -> int:
        """Return the next frame: nothing is handed over ahead."""
        return self.heard(now) + 1

    def steady(self, now: float) -> bool:
        """Return True: there is nothing to wait for."""
        return True

    def lost(self, now: float) -> bool:
        """Return False: there is no device."""
        return False

    def seconds(self, frames: int) -> float:
        """Return how long a number of frames lasts on this clock."""
        return frames / RATE / self.speed


@dataclass
class DeviceClock:
    """Follows a device that asks for frames in blocks.

    A block that is asked for late says less than one asked for in time, so the straight line through the earliest ones
    of the last seconds is the device's own pace; `held` seconds of it are not heard yet.
    """

    held: float = 0.0
    delivered: int = 0
    _last: float | None = None
    _since: float = 0.0
    _lines: tuple[tuple[int, float], ...] = ()
    _heard: int = field(default=0)

    def deliver(self, count: int, now: float) -> int:
        """Note that `count` frames are being handed over; return the first of them."""
        first = self.delivered
        if self._last is None or now - self._last > GAP_SECONDS:
            self._lines, self._since = (), now
        self._last = now
        self._note(int(now / BUCKET_SECONDS), first - now * RATE)
        self.delivered = first + count
        return first

    def _note(self, bucket: int, line: float) -> None:
        """Keep the foremost line of each half second; the tuple is replaced whole, so that readers need no lock."""
        lines = self._lines
        if lines and lines[-1][0] == bucket:
            line = max(line, lines[-1][1])
            lines = lines[:-1]
        self._lines = (*lines, (bucket, line))[-BUCKETS:]

    def heard(self, now: float) -> int:
        """Return the frame that is heard, at most what was delivered."""
        lines = self._lines
        if lines:
            line = max(each for _, each in lines)
            frame = int(line + (now - self.held) * RATE)
            self._heard = max(self._heard, min(frame, self.delivered))
        return self._heard

    def edge(self, now: float) -> int:
        """Return the first frame that has not been handed over."""
        return self.delivered

    def steady(self, now: float) -> bool:
        """Return whether blocks have been asked for without a gap for a while."""
        return self._last is not None and now - self._last < GAP_SECONDS and self._last - self._since >= STEADY_SECONDS

    def lost(self, now: float) -> bool:
        """Return whether the device has stopped asking."""
        return self._last is not None and now - self._last > LOST_SECONDS

    def seconds(self, frames: int) -> float:
        """Return how long a number of frames lasts on this clock."""
        return frames / RATE
