"""The clock of a session: which frame is heard when. Time is an argument, in seconds of a monotonic clock."""

from dataclasses import dataclass
from typing import Protocol

from leanbreath.score.score import RATE

BUCKET_SECONDS = 0.5
BUCKETS = 8
GAP_SECONDS = 0.3
STEADY_SECONDS = 0.25
SLACK_SECONDS = 0.06
LOST_SECONDS = 0.8
NEVER_ASKED_SECONDS = 5.0
SLEW = 0.05
DRAWING_SECONDS = 0.02
"""How long the picture takes to be drawn; it is asked for that much earlier."""

Lines = tuple[tuple[int, float], ...]
"""For each of the last half seconds: its number, and the frame at which the device would have been at second 0."""


class Clock(Protocol):
    """Which frame is heard, and which is the first that can still be changed."""

    def heard_frame(self, now: float) -> int:
        """Return the frame that is heard; it never decreases."""

    def first_editable_frame(self, now: float) -> int:
        """Return the first frame that has been neither delivered nor heard."""

    def seconds(self, frames: int) -> float:
        """Return how long a number of frames lasts on this clock."""


@dataclass
class SilentClock:
    """Runs by itself, `speed` times as fast as real time, from frame `frame` at second `origin`."""

    origin: float
    speed: float = 1.0
    frame: int = 0

    def heard_frame(self, now: float) -> int:
        """Return the frame that would be heard."""
        return self.frame + max(int((now - self.origin) * RATE * self.speed), 0)

    def first_editable_frame(self, now: float) -> int:
        """Return the next frame: nothing is delivered ahead."""
        return self.heard_frame(now) + 1

    def seconds(self, frames: int) -> float:
        """Return how long a number of frames lasts on this clock."""
        return frames / RATE / self.speed


@dataclass
class DeviceClock:
    """Follows a device that asks for frames in blocks, once it has joined the session.

    A block that is asked for late says less than one asked for in time, so the straight line through the earliest
    blocks of the last seconds is the device's own pace; what it plays is heard `latency_seconds` later. A device that
    reports what is heard is believed instead. The runner hears everything `offset_seconds` later than that. Until the
    device has joined it is given nothing of the session; then its frames count from the frame the session has reached.
    A device that runs dry has to join again: time goes on meanwhile, and the frames it missed are left out.

    The audio thread delivers while the main thread reads: each reads a field of the other's once, and sets it once.
    """

    latency_seconds: float = 0.0
    offset_seconds: float = 0.0
    settle_seconds: float = STEADY_SECONDS
    opened_at: float | None = None
    delivered: int = 0
    underruns: int = 0
    _shift: int | None = None
    _last_block_at: float | None = None
    _steady_since: float = 0.0
    _lines: Lines = ()
    _reports: Lines = ()
    _heard: float = 0.0
    _read_at: float | None = None

    def deliver(self, count: int, now: float) -> int | None:
        """Note that the device takes `count` frames; return the first of them, or None before the device has joined."""
        first, shift, lines = self.delivered, self._shift, self._lines
        if shift is not None and self._playing(now) > first + SLACK_SECONDS * RATE:
            self.underruns += 1
            self._shift = shift = None
        if shift is None and (self._last_block_at is None or now - self._last_block_at > GAP_SECONDS):
            lines, self._reports, self._steady_since = (), (), now
        self._last_block_at = now
        self._lines = _foremost(lines, int(now / BUCKET_SECONDS), first - now * RATE)
        self.delivered = first + count
        return None if shift is None else first + shift

    def report(self, frame: int, now: float) -> None:
        """Note which frame the device says it plays, in its own count."""
        self._reports = _foremost(self._reports, int(now / BUCKET_SECONDS), frame - now * RATE)

    def join(self, frame: int, now: float) -> None:
        """Let the frames delivered from now on be those of a session that has reached `frame`."""
        self._heard, self._read_at = frame, now
        self._shift = frame - self._playing(now - self.offset_seconds)

    def leave(self) -> None:
        """Deliver nothing of the session any more."""
        self._shift = None

    def _playing(self, now: float) -> int:
        """Return the frame that the device plays, in its own count; an odd report among others changes nothing."""
        if reports := self._reports:
            return int(sorted(line for _, line in reports)[len(reports) // 2] + now * RATE)
        return int(max(line for _, line in self._lines) + (now - self.latency_seconds) * RATE)

    def heard_frame(self, now: float) -> int:
        """Return the frame that is heard; it keeps moving when the device does not ask.

        Where the device turns out to be elsewhere, as when its server changes what it holds, time does not jump but
        runs a little faster, or slower, until it gets there.
        """
        shift = self._shift
        if self._read_at is not None and now > self._read_at:
            elapsed = (now - self._read_at) * RATE
            reached = self._heard + elapsed
            drift = self._playing(now - self.offset_seconds) + shift - reached if shift is not None else 0.0
            self._heard = reached + min(max(drift, -SLEW * elapsed), SLEW * elapsed)
            self._read_at = now
        return int(self._heard)

    def first_editable_frame(self, now: float) -> int:
        """Return the first frame that has been neither delivered nor heard."""
        after, shift = self.heard_frame(now) + 1, self._shift
        return after if shift is None else max(self.delivered + shift, after)

    @property
    def is_joined(self) -> bool:
        """Whether the device is given the session's frames."""
        return self._shift is not None

    def is_steady(self, now: float) -> bool:
        """Return whether the device has asked for blocks without a gap for `settle_seconds`."""
        return (
            self._last_block_at is not None
            and now - self._last_block_at < GAP_SECONDS
            and self._last_block_at - self._steady_since >= self.settle_seconds
        )

    def is_lost(self, now: float) -> bool:
        """Return whether the device has stopped asking; a device that has just been opened may take longer."""
        since = self.opened_at if self._last_block_at is None else self._last_block_at
        patience = NEVER_ASKED_SECONDS if self._read_at is None else LOST_SECONDS
        return since is not None and now - since > patience

    def seconds(self, frames: int) -> float:
        """Return how long a number of frames lasts on this clock."""
        return frames / RATE


def _foremost(lines: Lines, bucket: int, line: float) -> Lines:
    """Return the foremost line of each of the last half seconds, including a new one seen in half second `bucket`."""
    if lines and lines[-1][0] == bucket:
        line = max(line, lines[-1][1])
        lines = lines[:-1]
    return (*lines, (bucket, line))[-BUCKETS:]
