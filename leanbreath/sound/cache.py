"""A cache of files that can be made again; a cache that fails is only slower."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import time

from leanbreath.atomic_write import write
from leanbreath.bounded_read import read_bytes

UNUSED_SECONDS = 180 * 24 * 3600
LARGEST_BYTES = 200_000_000
"""The most that all files of a folder may take."""


def read_cached(path: Path | None) -> bytes:
    """Return the content of a cached file and mark it as used; nothing if it does not exist."""
    if path is None:
        return b""
    try:
        raw = read_bytes(path, LARGEST_BYTES)
    except OSError:
        return b""
    with suppress(OSError):
        os.utime(path)
    return raw


def write_cached(path: Path | None, raw: bytes) -> None:
    """Write a cached file, whole or not at all, if the folder can be written."""
    if path is not None:
        with suppress(OSError):
            write(path, raw, sync=False)  # a file that a crash cuts short is made again


def prune(folder: Path | None, now: float | None = None) -> None:
    """Remove files unused for half a year, and the least recently used beyond 200 MB."""
    total, now = 0, time() if now is None else now
    for used, size, path in sorted(_files(folder), reverse=True):
        total += size
        if now - used > UNUSED_SECONDS or total > LARGEST_BYTES:
            with suppress(OSError):
                path.unlink()


def _files(folder: Path | None) -> Iterator[tuple[float, int, Path]]:
    """Yield the time of last use, the size and the path of each file."""
    if folder is None or not folder.is_dir():
        return
    for path in folder.iterdir():
        with suppress(OSError):
            status = path.stat()
            yield status.st_mtime, status.st_size, path
