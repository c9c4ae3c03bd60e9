"""What interrupts a session from outside: a signal, raised as an exception so that everything closes in order."""

import errno
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
"""By name, since not every platform has all of them."""

SIGHUP, SIGPIPE = 1, 13
"""By number, since not every platform has their names."""


class TerminalGone(Exception):
    """The terminal of a session was closed."""


class Stopped(BaseException):
    """A signal ended the program."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def interruptible() -> Iterator[None]:
    """Raise `Stopped` when a signal arrives."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise Stopped(number)

    before = {number: signal.signal(number, stop) for number in _numbers()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def ignore_signals() -> None:
    """Ignore further signals, while what was done is saved and printed."""
    for number in _numbers():
        signal.signal(number, signal.SIG_IGN)


def signal_number(error: BaseException) -> int | None:
    """Return the signal that an exception stands for, or None for an internal error."""
    match error:
        case Stopped():
            return error.number
        case KeyboardInterrupt():
            return int(signal.SIGINT)
        case BrokenPipeError():
            return SIGPIPE
        case OSError(errno=errno.EIO) | TerminalGone():
            return SIGHUP
    return None


def _numbers() -> list[int]:
    """Return the signals of this platform that end a session."""
    return [int(number) for name in SIGNALS if (number := getattr(signal, name, None))]
