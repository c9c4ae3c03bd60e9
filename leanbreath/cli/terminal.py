"""Keeps what C libraries print on standard error off a terminal that shows a screen."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def own_terminal() -> Iterator[None]:
    """Give the screen a line to the terminal of its own, and send whatever else is written to standard error nowhere.

    Textual draws on `sys.__stderr__`, and sound libraries print their complaints there too.
    """
    sys.stderr.flush()
    before = sys.__stderr__
    errors = os.dup(2)
    screen = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="")
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    sys.__stderr__ = screen  # type: ignore[misc]
    try:
        yield
    finally:
        sys.__stderr__ = before  # type: ignore[misc]
        os.dup2(errors, 2)
        os.close(errors)
        with suppress(OSError):  # the terminal may be gone, and what was not drawn with it
            screen.close()
