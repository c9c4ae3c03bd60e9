"""Keeps the display awake while a session runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from leanbreath.playback.time_source import TimeLimits

RELEASE_SECONDS = 2.0


@contextmanager
def keep_awake(delay_seconds: float = TimeLimits.awake) -> Iterator[None]:
    """Keep the display awake by whatever the platform offers, if anything, after a delay."""
    is_over = Event()
    thread = Thread(target=_hold, args=(is_over, delay_seconds), daemon=True)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join(RELEASE_SECONDS)


def _hold(is_over: Event, delay_seconds: float) -> None:
    """Keep the display awake until `is_over`, in a thread, since asking the platform may take a while."""
    if is_over.wait(delay_seconds):
        return
    from wakepy import keep

    with keep.presenting(on_fail="pass"):
        is_over.wait()
