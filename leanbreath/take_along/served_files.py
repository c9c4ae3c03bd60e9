"""The files of a packed folder that may be read: those that are packed, by their names, and nothing else."""

import os
import stat
from pathlib import Path
from typing import BinaryIO, NamedTuple
from urllib.parse import unquote

from leanbreath.routine.problems import InvalidRequest
from leanbreath.take_along.pack_items import INDEX
from leanbreath.take_along.pack_manifest import read_manifest

TYPES = {".html": "text/html; charset=utf-8", ".mp3": "audio/mpeg", ".pdf": "application/pdf"}

FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class ServedFile(NamedTuple):
    """An open file, and what it holds in the terms of HTTP."""

    file: BinaryIO
    type: str


def served_names(folder: Path) -> frozenset[str]:
    """Return the names of the files that a folder offers; raise `InvalidRequest` if it isn't a packed one."""
    manifest = read_manifest(folder)
    if manifest is None:
        raise InvalidRequest(f"{folder} isn't packed; pack it with  leanbreath pack-up {folder}")
    return frozenset(name for name, file in manifest.files.items() if file.inputs)


def requested_name(target: str) -> str:
    """Return the name of the file that the target of a request means, which may be of no file."""
    path = target.partition("?")[0]
    return (unquote(path[1:], errors="replace") or INDEX) if path.startswith("/") else ""


def open_served(folder: Path, target: str) -> ServedFile | None:
    """Open the file that the target of a request means; None if it isn't offered, isn't there or is a link.

    The list is read each time, since the folder may be packed again meanwhile. A target is only ever compared with the
    names in it, never made into a path.
    """
    name = requested_name(target)
    try:
        if name not in served_names(folder) or (folder / name).is_symlink():
            return None
        file = os.fdopen(os.open(folder / name, FLAGS), "rb")
    except (OSError, InvalidRequest):
        return None
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        return None
    return ServedFile(file, TYPES[Path(name).suffix])
