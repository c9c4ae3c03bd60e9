"""Keeps what C libraries print on standard error, such as ALSA's word on devices it does not find, off a terminal."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def quiet_errors() -> Iterator[None]:
    """Send everything that is written to file descriptor 2 nowhere."""
    sys.stderr.flush()
    errors = os.dup(2)
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(errors, 2)
        os.close(errors)
