"""What the system offers besides sound: folders that can be written, and what a terminal can show."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from leanbreath.file_errors import NO_HOME, NOWHERE, nearest_folder
from leanbreath.userdata.paths import cache_folder, data_folder, log_file, settings_file


def folder_rows() -> Mapping[str, Callable[[], str]]:
    """Return a description of each of the user's folders, by its name."""
    folders = {"data": data_folder, "config": settings_file, "cache": cache_folder, "log": log_file}
    return {name: lambda path=path: _writable(path()) for name, path in folders.items()}  # type: ignore[misc]


def encoding_row() -> str:
    """Return the encoding of the output, and how to get every character."""
    name = getattr(sys.stdout, "encoding", None) or "utf-8"
    return name if name.lower().startswith("utf") else f"{name}; some characters are replaced: set PYTHONUTF8=1"


def _writable(path: Path) -> str:
    """Return whether a file or folder can be written, or what to do about it."""
    if NOWHERE in path.parents:
        return NO_HOME
    folder = path if path.is_dir() else nearest_folder(path)
    if os.access(folder, os.W_OK | os.X_OK):
        return f"{folder} can be written"
    return f"{folder} can't be written; change its permissions, or set HOME to a folder of your own"
