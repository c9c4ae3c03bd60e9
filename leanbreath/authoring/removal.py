"""Removes a file from the user's library, and keeps a copy in the folder `removed`."""

import shutil
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from leanbreath.atomic_write import errors_reported
from leanbreath.authoring.file_templates import FOLDERS
from leanbreath.authoring.schema_files import update_schemas
from leanbreath.routine.library import Library
from leanbreath.routine.name_suggestions import suggestion
from leanbreath.routine.problems import InvalidRequest
from leanbreath.userdata.paths import data_folder


class Removal(NamedTuple):
    """A file to remove, and the ids of the files that use it."""

    kind: str
    id: str
    path: Path
    users: tuple[str, ...]


def plan_removal(library: Library, id: str) -> Removal:
    """Return the removal of one of the user's files; raise `InvalidRequest` if they have none of that id."""
    folder = data_folder() / "drills"
    files = {kind: library.files_of(kind) for kind in FOLDERS}
    own = {each: kind for kind in FOLDERS for each, path in files[kind].items() if path.is_relative_to(folder)}
    if id in own:
        return Removal(own[id], id, files[own[id]][id], tuple(_users(library, own[id], id)))
    if any(id in files[kind] for kind in FOLDERS):
        raise InvalidRequest(f'"{id}" comes with leanbreath; you can only remove files of your own')
    raise InvalidRequest(f'you have no drill, routine, plan or pose "{id}"; {suggestion(id, own)}')


def remove_file(removal: Removal, now: datetime) -> Path:
    """Remove a file, and return where it is kept."""
    kept = data_folder() / "removed" / f"{now:%Y-%m-%d-%H%M%S}-{removal.path.name}"
    with errors_reported(kept):
        kept.parent.mkdir(parents=True, exist_ok=True)
    with errors_reported(removal.path):
        shutil.move(removal.path, kept)
    update_schemas()
    return kept


def _users(library: Library, kind: str, id: str) -> list[str]:
    """Return the ids of the routines and plans that name something, or of the drills that use a pose."""
    if kind == "pose":
        drills = {each: library.drill(each).value for each in library.drill_files}
        return [each for each, drill in drills.items() if drill and id in drill.poses]
    keys = {"include" if kind == "routine" else kind, kind}
    readings = {each: library.routine(each) for each in library.routine_files} | {
        each: library.plan_at(path) for each, path in library.plan_files.items()
    }
    return [
        each for each, reading in readings.items() if each != id and reading.tree and reading.tree.mentions(keys, id)
    ]
