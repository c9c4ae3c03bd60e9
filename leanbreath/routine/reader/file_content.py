"""The bytes of a file that may be anything: missing, forbidden, endless, or no file at all."""

import os
import stat
from pathlib import Path

from leanbreath.routine.problems import Place, Problem
from leanbreath.routine.reader.yaml_tree import LARGEST_FILE


def file_content(path: Path) -> bytes | Problem:
    """Return what a file holds, at most one byte more than is read of any, or the problem that keeps it closed."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return Problem(Place(str(path)), "this is not a file", "give the path of a YAML file")
        with open(path, "rb", opener=_without_waiting) as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        return Problem(Place(str(path)), f"the file cannot be read: {error.strerror}", "check its name and permissions")


def _without_waiting(name: str, flags: int) -> int:
    """Open a file so that one which never ends, or never begins, is not waited for."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))
