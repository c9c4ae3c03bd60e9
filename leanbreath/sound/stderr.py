"""Keeps what C libraries print on standard error, such as ALSA's warnings, off the terminal."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

ERRORS = 2
"""The file descriptor of standard error."""

_lock = Lock()
_saved: list[int] = []
"""The real standard error while it is silenced; at most one."""


@contextmanager
def silence_stderr() -> Iterator[None]:
    """Discard everything written to file descriptor 2; nested calls change nothing."""
    is_outermost = _redirect()
    try:
        yield
    finally:
        if is_outermost:
            restore_stderr()


def _redirect() -> bool:
    if sys.stderr is not None:
        sys.stderr.flush()
    with _lock:
        if _saved:
            return False
        _saved.append(os.dup(ERRORS))
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, ERRORS)
        os.close(nowhere)
        return True


def restore_stderr() -> None:
    """Restore standard error, even while the silenced call hangs."""
    with _lock:
        while _saved:
            errors = _saved.pop()
            os.dup2(errors, ERRORS)
            os.close(errors)
