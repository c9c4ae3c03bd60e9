"""The index of the bundled routines: their rows, computed when the wheel is built.

Unless the user has changed anything, `list` and the home screen show these rows without reading any routine.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from leanbreath.bounded_read import read_bytes
from leanbreath.presentation.listing import Listing
from leanbreath.presentation.routine_summary import RoutineSummary
from leanbreath.userdata.paths import data_folder, settings_file

if TYPE_CHECKING:
    from leanbreath.routine.library import Library

LARGEST_SETTINGS = 1_000_000
"""In bytes; settings that can't be read whole may hold anything."""

INDEX = Path(__file__).parent.parent / "bundled" / "routines.json"
"""Its file in the wheel; a checkout has none."""


def routine_listing(library: Callable[[], "Library"], index: Path = INDEX) -> Listing[RoutineSummary]:
    """Return the rows of all routines; the library is only loaded if the index may be out of date."""
    if index.is_file() and not _is_customised():
        return Listing(tuple(map(RoutineSummary.from_data, json.loads(index.read_text("utf-8")))), ())
    from leanbreath.authoring.catalogue import list_routines
    from leanbreath.userdata.chosen_drills import chosen_drills

    loaded = library()
    return list_routines(loaded, chosen_drills(loaded).drills)


def index_text(folder: Path) -> str:
    """Return the index of the routines in a folder of drills."""
    from leanbreath.authoring.catalogue import list_routines
    from leanbreath.routine.library import Library

    return json.dumps([row.data() for row in list_routines(Library((folder,)), {}).rows], ensure_ascii=False)


def _is_customised() -> bool:
    """Return whether the user has files of their own, or may have chosen substitutes in the settings."""
    if (data_folder() / "drills").is_dir():
        return True
    try:
        return settings_file().exists() and b"instead" in read_bytes(settings_file(), LARGEST_SETTINGS)
    except OSError:
        return True
