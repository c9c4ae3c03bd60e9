"""Time for sessions that wait for nothing: it moves on when somebody sleeps."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from leanbreath.playback.time_source import TimeLimits, TimeSource

NO_WAITING = TimeLimits(answer=0.2, retry=0.001, close=0.05, exit=0.05, awake=60, diary=1.0)
MORNING = datetime(2026, 3, 1, 8, tzinfo=UTC)


@dataclass
class FakeTime:
    """Seconds that only sleeping moves on."""

    seconds: float = 1000.0

    def now(self) -> float:
        return self.seconds

    def local(self) -> datetime:
        return MORNING + timedelta(seconds=self.seconds)

    def sleep(self, seconds: float) -> None:
        self.seconds += max(seconds, 0.001)

    @property
    def source(self) -> TimeSource:
        return TimeSource(now=self.now, boot=self.now, local=self.local, sleep=self.sleep)
