"""Keeps the display awake while a session runs, and lets it go afterwards."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

BOOT = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
"""The clock that goes on while the computer sleeps: on Linux by that name, on macOS the one called monotonic.

Python's own monotonic clock stands still there; on Windows, where none of these is, it goes on by itself.
"""

FIRST_SECONDS, LET_GO_SECONDS = 2.0, 2.0


def boot_seconds() -> float:
    """Return seconds of a clock that goes on while the computer sleeps, where the platform has one."""
    return time.monotonic() if BOOT is None else time.clock_gettime(BOOT)


@contextmanager
def awake(first_seconds: float = FIRST_SECONDS) -> Iterator[None]:
    """Keep the display awake, by whatever the platform has for it; where it has nothing, go on without.

    It is asked for after the first seconds, so as not to keep the first frame waiting.
    """
    over = Event()
    keeper = Thread(target=_hold, args=(over, first_seconds), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join(LET_GO_SECONDS)


def _hold(over: Event, first_seconds: float) -> None:
    """Hold the display until it is over, in a thread of its own, since asking for it may take a while."""
    if over.wait(first_seconds):
        return
    from wakepy import keep

    with keep.presenting(on_fail="pass"):
        over.wait()
