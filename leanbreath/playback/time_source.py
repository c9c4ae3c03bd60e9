"""Where playback takes its time from and how long it waits; tests pass values of their own and wait for nothing."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

BOOT_CLOCK = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
"""The clock that keeps running while the computer sleeps: on Linux by that name, on macOS the one called monotonic.

Python's own monotonic clock stops there during sleep; on Windows, which has neither name, it keeps running.
"""


def boot_seconds() -> float:
    """Return seconds of a clock that keeps running while the computer sleeps, where the platform has one."""
    if sys.platform == "win32" or BOOT_CLOCK is None:
        return time.monotonic()
    return time.clock_gettime(BOOT_CLOCK)


def local_time() -> datetime:
    """Return the time of the day, with its time zone."""
    return datetime.now().astimezone()


@dataclass(frozen=True)
class TimeSource:
    """The clocks of a session: monotonic seconds, the same with sleep, the time of the day, and how to wait."""

    now: Callable[[], float] = time.monotonic
    boot: Callable[[], float] = boot_seconds
    local: Callable[[], datetime] = local_time
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True)
class TimeLimits:
    """How long playback waits, in seconds.

    `answer` is how long a sound system may take to open a device before the session begins without it, `retry` the
    pause before a device is looked for again, `close` how long a lost device may take to close before another one is
    looked for, `exit` how long a device may keep the program from ending. `awake` is how long after its start a session
    asks to keep the display on, so that its first frame doesn't wait. `diary` is how long its end waits for the diary.
    `voice` is how long the beginning waits for the lines of the voice.
    """

    answer: float = 5.0
    retry: float = 0.25
    close: float = 2.0
    exit: float = 0.3
    awake: float = 2.0
    diary: float = 5.0
    voice: float = 3.3
