"""A lock on a folder, so that two runs don't write to it at once; it ends with the program, however that ends."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from leanbreath.routine.problems import InvalidRequest

HELD = (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder; raise `InvalidRequest` if another run holds it.

    The folder itself is locked, so nothing is added to it. Where the system can't lock a folder, there is no lock.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in HELD:
                raise InvalidRequest(f"another leanbreath is packing {folder}; wait until it has finished") from error
        yield
    finally:
        with suppress(OSError):
            os.close(descriptor)
