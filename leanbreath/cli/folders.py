"""Where the user's things are, by the rules of the platform."""

from pathlib import Path
from typing import TYPE_CHECKING

from leanbreath.routine.library import Library, bundled
from leanbreath.routine.problems import Problems

if TYPE_CHECKING:
    from leanbreath.advice.rules import Rules


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


def settings_file() -> Path:
    """Return the file of the user's settings."""
    from platformdirs import user_config_path

    return user_config_path("leanbreath", appauthor=False) / "settings.yaml"


def rules() -> "Rules":
    """Return the training rules with the user's changes; raise `Problems` where the settings have any."""
    from leanbreath.advice.rulebook import rulebook
    from leanbreath.settings import read_settings

    reading = read_settings(settings_file(), rulebook())
    if reading.problems or reading.value is None:
        raise Problems(reading.problems)
    return rulebook().changed(reading.value.rules)


def library() -> Library:
    """Return the bundled drills and routines, and the user's own in `drills/` of the data folder."""
    return Library((bundled("drills"), data_folder() / "drills"))
