"""What the system says when a file can't be read or written, and what the user can do about it."""

import errno
import os
from pathlib import Path

NOWHERE = Path(os.devnull)
"""Stands for a home folder where there is none: nothing is in it, and nothing can be written to it."""

NO_HOME = "no home folder was found; set HOME to one"

FIXES = {
    errno.ENOSPC: "free some space on this disk",
    errno.EDQUOT: "free some of your quota on this disk",
    errno.EFBIG: "free some space on this disk, or allow larger files",
    errno.EROFS: "this disk can only be read; name a folder elsewhere, or set HOME to one",
    errno.EACCES: "change the permissions of {folder}, or set HOME to a folder of your own",
    errno.EPERM: "change the permissions of {folder}, or set HOME to a folder of your own",
    errno.ENOTDIR: "set HOME to a folder",
    errno.EMFILE: "allow more open files (ulimit -n)",
}
"""What to do about an error that comes from the system, not from us."""


def is_from_system(error: OSError) -> bool:
    """Return whether an error comes from how the system is set up."""
    return error.errno in FIXES


def file_error(what: str, path: Path, error: OSError) -> str:
    """Return the message for a file with which something, such as "cannot write", went wrong."""
    if NOWHERE in path.parents:
        return f"{what} {path.name}: {NO_HOME}"
    fix = FIXES.get(error.errno or 0, "").format(folder=nearest_folder(path))
    return f"{what} {path}: {'; '.join(filter(None, (error.strerror or str(error), fix)))}"


def nearest_folder(path: Path) -> Path:
    """Return the folder that holds a file, or the nearest above it that exists."""
    return next((each for each in path.absolute().parents if os.path.isdir(each)), path)  # noqa: PTH112 - never raises
