"""Keeps what C libraries print on standard error, such as ALSA's word on devices it does not find, off a terminal."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

ERRORS = 2
"""The file descriptor of standard error."""

if sys.__stderr__ is None:  # the next file to be opened would take its place, and C libraries write into that
    while os.open(os.devnull, os.O_WRONLY) < ERRORS:
        pass

_lock = Lock()
_kept: list[int] = []
"""Where standard error leads while it is quiet; at most one."""


@contextmanager
def quiet_errors() -> Iterator[None]:
    """Send everything that is written to file descriptor 2 nowhere; within that nothing changes."""
    ours = _hush()
    try:
        yield
    finally:
        if ours:
            loud_errors()


def _hush() -> bool:
    if sys.stderr is not None:
        sys.stderr.flush()
    with _lock:
        if _kept:
            return False
        _kept.append(os.dup(ERRORS))
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, ERRORS)
        os.close(nowhere)
        return True


def loud_errors() -> None:
    """Let standard error be heard again, even while what was to be kept quiet hangs."""
    with _lock:
        while _kept:
            errors = _kept.pop()
            os.dup2(errors, ERRORS)
            os.close(errors)
