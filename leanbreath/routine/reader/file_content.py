"""Reads the bytes of a path that may be anything: missing, forbidden, endless, or not a file at all."""

import os
import stat
from pathlib import Path

from leanbreath.routine.problems import Place, Problem
from leanbreath.routine.reader.yaml_tree import LARGEST_FILE


def file_content(path: Path) -> bytes | Problem:
    """Return the bytes of a file, at most one more than `LARGEST_FILE`, or the problem that prevents reading it."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return Problem(Place(str(path)), "this is not a file", "give the path of a YAML file")
        with open(path, "rb", opener=_without_waiting) as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        return Problem(Place(str(path)), f"the file cannot be read: {error.strerror}", "check its name and permissions")


def _without_waiting(name: str, flags: int) -> int:
    """Open a file without blocking, even if it is a pipe that nothing writes to."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))
