"""What can be made again is kept in a folder, as far as that can be done; nothing depends on it."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import time

from leanbreath.atomic_write import write

UNUSED_SECONDS = 180 * 24 * 3600
LARGEST = 200_000_000
"""In bytes, of all the files of a folder."""


def kept(path: Path | None) -> bytes:
    """Return what is kept in a file, and note that it was used; nothing where there is none."""
    if path is None:
        return b""
    try:
        raw = path.read_bytes()
    except OSError:
        return b""
    with suppress(OSError):
        os.utime(path)
    return raw


def keep(path: Path | None, raw: bytes) -> None:
    """Keep something in a file, if it can be written."""
    if path is not None:
        with suppress(OSError):
            write(path, raw, sync=False)  # what a crash cuts short is made again


def prune(folder: Path | None, now: float | None = None) -> None:
    """Remove what has not been used for half a year, and what was used longest ago of more than 200 MB."""
    total, now = 0, time() if now is None else now
    for used, size, path in sorted(_files(folder), reverse=True):
        total += size
        if now - used > UNUSED_SECONDS or total > LARGEST:
            with suppress(OSError):
                path.unlink()


def _files(folder: Path | None) -> Iterator[tuple[float, int, Path]]:
    """Yield when each file was last used, how large it is, and where."""
    if folder is None or not folder.is_dir():
        return
    for path in folder.iterdir():
        with suppress(OSError):
            status = path.stat()
            yield status.st_mtime, status.st_size, path
