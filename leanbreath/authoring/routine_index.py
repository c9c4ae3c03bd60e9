"""The index of the bundled routines: their rows, computed when the wheel is built.

While nothing of the user's changes them, `list` and the home screen show these rows without reading any routine.
"""

import json
from pathlib import Path

from leanbreath.presentation.listing import Listing
from leanbreath.presentation.routine_summary import RoutineSummary
from leanbreath.userdata.paths import data_folder, settings_file

INDEX = Path(__file__).parent.parent / "bundled" / "routines.json"
"""The file in the wheel; a checkout has none."""


def routine_listing(index: Path = INDEX) -> Listing[RoutineSummary]:
    """Return every routine with its row, from the index if that is the whole truth."""
    if index.is_file() and not _is_customised():
        return Listing(tuple(map(RoutineSummary.from_data, json.loads(index.read_text("utf-8")))), ())
    from leanbreath.authoring.catalogue import list_routines
    from leanbreath.authoring.chosen_drills import chosen_drills
    from leanbreath.userdata.library import load_library

    library = load_library()
    return list_routines(library, chosen_drills(library).drills)


def index_text(folder: Path) -> str:
    """Return the index of the routines in a folder of drills."""
    from leanbreath.authoring.catalogue import list_routines
    from leanbreath.routine.library import Library

    return json.dumps([row.data() for row in list_routines(Library((folder,)), {}).rows], ensure_ascii=False)


def _is_customised() -> bool:
    """Return whether the user has drills or routines of their own, or may have chosen substitutes in the settings."""
    settings = settings_file()
    return (data_folder() / "drills").is_dir() or (settings.is_file() and b"instead" in settings.read_bytes())
