"""Where the user's things are, by the rules of the platform."""

from pathlib import Path
from typing import TYPE_CHECKING

from leanbreath.routine.library import Library, bundled
from leanbreath.routine.problems import Problem, Problems

if TYPE_CHECKING:
    from leanbreath.advice.rules import Rules
    from leanbreath.userdata.settings import Settings


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


def cache_folder() -> Path:
    """Return the folder of what can be made again: what a voice has said, sounds that had to be converted."""
    from platformdirs import user_cache_path

    return user_cache_path("leanbreath", appauthor=False)


def pack_folders() -> dict[str, Path]:
    """Return the folder of each sound pack by its id; the user's own packs hide bundled ones."""
    roots = (bundled("sounds"), data_folder() / "sounds")
    found = (folder for root in roots if root.is_dir() for folder in sorted(root.iterdir()))
    return {folder.name: folder for folder in found if (folder / "pack.yaml").is_file()}


def settings(rules: "Rules | None" = None) -> "Settings":
    """Return the user's settings; raise `Problems` where they have any."""
    from leanbreath.userdata.settings import read_settings

    reading = read_settings(settings_file(), rules)
    if reading.problems or reading.value is None:
        raise Problems(reading.problems)
    return reading.value


def settings_or_defaults() -> "tuple[Settings, tuple[Problem, ...]]":
    """Return the user's settings; where they have problems, those, and what holds without any."""
    from leanbreath.userdata.settings import Settings, read_settings

    reading = read_settings(settings_file())
    broken = reading.problems or reading.value is None
    return (Settings(), reading.problems) if broken or reading.value is None else (reading.value, ())


def rules() -> "Rules":
    """Return the training rules with the user's changes; raise `Problems` where the settings have any."""
    from leanbreath.advice.rulebook import rulebook

    return rulebook().changed(settings(rulebook()).rules)


def library() -> Library:
    """Return the bundled drills and routines, and the user's own in `drills/` of the data folder."""
    return Library((bundled("drills"), data_folder() / "drills"))
