"""Where the user's files are, by the rules of the platform."""

from pathlib import Path


def data_folder() -> Path:
    """Return the folder of the user's drills, routines, sounds and diary."""
    from platformdirs import user_data_path

    return user_data_path("leanbreath", appauthor=False)


def diary_file() -> Path:
    """Return the file of the diary."""
    return data_folder() / "diary.sqlite3"


def phrases_folder() -> Path:
    """Return the folder of the user's phrases, one file a language."""
    return data_folder() / "phrases"


def log_file() -> Path:
    """Return the log of internal errors."""
    from platformdirs import user_log_path

    return user_log_path("leanbreath", appauthor=False) / "leanbreath.log"


def settings_file() -> Path:
    """Return the file of the user's settings."""
    from platformdirs import user_config_path

    return user_config_path("leanbreath", appauthor=False) / "settings.yaml"


def cache_folder() -> Path:
    """Return the folder of what can be made again: spoken lines, and sounds converted from other formats."""
    from platformdirs import user_cache_path

    return user_cache_path("leanbreath", appauthor=False)
