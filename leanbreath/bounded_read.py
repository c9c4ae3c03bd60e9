"""Reads a file that may be anything: missing, endless, or not a file at all. Every file of a user's is read here.

It lies below all other parts, so that each of them can use it.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


class NotAFile(OSError):
    """Raised for a folder, a pipe, a socket or a device; `strerror` says so."""

    def __init__(self) -> None:
        super().__init__(errno.EINVAL, "it is not a file")


def read_bytes(path: Path, most: int) -> bytes:
    """Return the content of a file, at most one byte more than `most`, by which the caller sees that it is too large.

    Raise `OSError`, with a reason in `strerror`, if it can't be read.
    """
    with _opened(path) as file:
        return file.read(most + 1) or b""


def read_last_bytes(path: Path, most: int) -> bytes:
    """Return the last bytes of a file, at most `most`; raise `OSError` if it can't be read."""
    with _opened(path) as file:
        file.seek(max(file.seek(0, os.SEEK_END) - most, 0))
        return file.read(most) or b""


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file and never wait for it; a device isn't even opened, because that can have effects."""
    try:
        _require_file(path.stat())
    except ValueError as error:  # a name with a null in it
        raise OSError(errno.EINVAL, str(error)) from error
    with open(path, "rb", opener=_open_without_waiting) as file:
        _require_file(os.fstat(file.fileno()))
        yield file


def _require_file(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotAFile


def _open_without_waiting(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))
