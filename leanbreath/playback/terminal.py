"""The terminal as a stream of its own, with standard error kept off it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper

from leanbreath.sound.stderr import silence_stderr

STANDARD_OUTPUT = 1


@contextmanager
def terminal_stream() -> Iterator[TextIOWrapper]:
    """Yield a stream to standard output for a screen to draw on; standard error goes nowhere meanwhile.

    So sound libraries cannot write across the screen, and `2> file` does not catch it.
    """
    stream = os.fdopen(os.dup(STANDARD_OUTPUT), "w", encoding="utf-8", newline="")
    try:
        with silence_stderr():
            yield stream
    finally:
        with suppress(OSError):  # the terminal may be gone, and what was not drawn with it
            stream.close()
