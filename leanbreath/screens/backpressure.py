"""Whether the terminal keeps up: a frame it would take late is dropped instead."""

import os
import select
from io import TextIOWrapper


def is_writable(stream: TextIOWrapper) -> bool:
    """Return whether a terminal would take a frame at once; True where that cannot be known."""
    if os.name != "posix" or stream.closed or not stream.isatty():
        return True
    _, writable, _ = select.select([], [stream], [], 0)
    return bool(writable)
