"""Where the user's things are, by the rules of the platform."""

from pathlib import Path

from leanbreath.routine.library import Library, bundled


def data_folder() -> Path:
    """Return the folder of the user's drills, routines and diary."""
    from platformdirs import user_data_path

    return user_data_path("leanbreath", appauthor=False)


def diary_file() -> Path:
    """Return the file of the diary."""
    return data_folder() / "diary.sqlite3"


def log_file() -> Path:
    """Return the file in which faults of ours are described."""
    from platformdirs import user_log_path

    return user_log_path("leanbreath", appauthor=False) / "leanbreath.log"


def library() -> Library:
    """Return the bundled drills and routines, and the user's own in `drills/` of the data folder."""
    return Library((bundled("drills"), data_folder() / "drills"))
