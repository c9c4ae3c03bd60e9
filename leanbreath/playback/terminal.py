"""Gives the screen a line to the terminal that nothing else writes to."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from leanbreath.sound.stderr import quiet_errors


@contextmanager
def own_terminal() -> Iterator[None]:
    """Let Textual, which draws on `sys.__stderr__`, draw on standard output; standard error itself goes nowhere.

    So sound libraries cannot write across the screen, and a user's `2> file` does not catch the screen.
    """
    before = sys.__stderr__
    screen = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="")
    sys.__stderr__ = screen  # type: ignore[misc]
    try:
        with quiet_errors():
            yield
    finally:
        sys.__stderr__ = before  # type: ignore[misc]
        with suppress(OSError):  # the terminal may be gone, and what was not drawn with it
            screen.close()
