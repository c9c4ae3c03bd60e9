"""The terminal: whether there is one, and a stream of its own with standard error kept off it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import TextIO

from leanbreath.presentation.character_fallback import FALLBACK
from leanbreath.sound.stderr import silence_stderr

STANDARD_OUTPUT = 1


def has_screen(stdin: TextIO | None, stdout: TextIO) -> bool:
    """Return whether a screen can be shown."""
    is_terminal = stdin is not None and stdin.isatty() and stdout.isatty()
    return is_terminal and (os.name != "posix" or os.environ.get("TERM", "") not in ("", "dumb"))


def has_keyboard(stdin: TextIO | None) -> bool:
    """Return whether single keys can be read: there is a terminal, and it is not another program's."""
    return stdin is not None and stdin.isatty() and os.name == "posix" and is_in_foreground(stdin.fileno())


def is_in_foreground(descriptor: int) -> bool:
    """Return whether a terminal belongs to this program; one that no shell controls belongs to whoever has it open."""
    if sys.platform == "win32":
        return True
    try:
        return os.tcgetpgrp(descriptor) == os.getpgrp()
    except OSError:
        return True


@contextmanager
def terminal_stream() -> Iterator[TextIOWrapper]:
    """Yield a stream to standard output for a screen to draw on; standard error goes nowhere meanwhile.

    So sound libraries cannot write across the screen, and `2> file` does not catch it.
    """
    stream = os.fdopen(os.dup(STANDARD_OUTPUT), "w", encoding=sys.stdout.encoding, errors=FALLBACK, newline="")
    try:
        with silence_stderr():
            yield stream
    finally:
        with suppress(OSError):  # the terminal may be gone, and what was not drawn with it
            stream.close()
