"""The bundled drills, routines, sounds and languages together with the user's own."""

from pathlib import Path

from leanbreath.routine.library import Library, bundled_folder
from leanbreath.userdata.paths import data_folder, phrases_folder


def load_library() -> Library:
    """Return the bundled drills and routines, and the user's own in `drills/` of the data folder."""
    return Library((bundled_folder("drills"), data_folder() / "drills"))


def pack_folders() -> dict[str, Path]:
    """Return the folder of each sound pack by its id; the user's own packs hide bundled ones."""
    roots = (bundled_folder("sounds"), data_folder() / "sounds")
    found = (folder for root in roots if root.is_dir() for folder in sorted(root.iterdir()))
    return {folder.name: folder for folder in found if (folder / "pack.yaml").is_file()}


def languages() -> tuple[str, ...]:
    """Return the languages that can be spoken: English, and those the user has phrases for."""
    return ("en", *sorted(path.stem for path in phrases_folder().glob("*.yaml")))
