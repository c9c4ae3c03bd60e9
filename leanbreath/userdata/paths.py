"""Where the user's files are, by the rules of the platform; all paths are absolute, wherever the program is started."""

import os
from pathlib import Path
from typing import Literal

from leanbreath.file_errors import NOWHERE

FOLDERS = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
"""The variables that name a folder; one that is not absolute counts as not set, as the XDG standard says."""


def data_folder() -> Path:
    """Return the folder of the user's drills, routines, sounds and diary."""
    return _folder("data")


def diary_file() -> Path:
    """Return the file of the diary."""
    return data_folder() / "diary.sqlite3"


def phrases_folder() -> Path:
    """Return the folder of the user's phrases, one file a language."""
    return data_folder() / "phrases"


def log_file() -> Path:
    """Return the log of internal errors."""
    return _folder("log") / "leanbreath.log"


def settings_file() -> Path:
    """Return the file of the user's settings."""
    return _folder("config") / "settings.yaml"


def cache_folder() -> Path:
    """Return the folder of what can be made again: spoken lines, and sounds converted from other formats."""
    return _folder("cache")


def _folder(kind: Literal["data", "log", "config", "cache"]) -> Path:
    """Return a folder of the user's; `NOWHERE` is above it where no home folder is found."""
    import platformdirs  # here, since it takes a while

    for name in FOLDERS:
        if name in os.environ and not Path(os.environ[name]).is_absolute():
            del os.environ[name]
    try:
        folder: Path = getattr(platformdirs, f"user_{kind}_path")("leanbreath", appauthor=False)
    except RuntimeError:  # older versions return a relative path instead
        return NOWHERE / "leanbreath"
    return folder if folder.is_absolute() else NOWHERE / "leanbreath"
