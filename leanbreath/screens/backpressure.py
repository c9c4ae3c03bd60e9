"""Whether the terminal takes more: what it has not taken yet would be late, so a frame is dropped instead."""

import os
import select
import sys


def takes_more() -> bool:
    """Return whether the terminal would take a frame at once; True where that cannot be known."""
    screen = sys.__stderr__
    if os.name != "posix" or screen is None or screen.closed or not screen.isatty():
        return True
    _, ready, _ = select.select([], [screen.fileno()], [], 0)
    return bool(ready)
