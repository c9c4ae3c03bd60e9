"""Signals that end a program, as an exception, so that everything is put in order on the way out."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from leanbreath.session.stop import Stopped

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
"""By name, since not every platform has all of them."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise `Stopped` where a signal comes."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise Stopped(number)

    before = {number: signal.signal(number, stop) for name in SIGNALS if (number := getattr(signal, name, None))}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
