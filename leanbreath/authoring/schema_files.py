"""The JSON Schemas as files, for editors; they offer the ids of a library."""

import json
import os
from pathlib import Path

from leanbreath.atomic_write import save
from leanbreath.authoring.schema import FORMS, schema
from leanbreath.routine.library import Library
from leanbreath.userdata.library import load_library
from leanbreath.userdata.paths import data_folder


def schema_text(kind: str, library: Library) -> str:
    """Return the schema of a kind of file as JSON text."""
    drills = {id: library.drill(id).value for id in sorted(library.drill_files)}
    routines = {id: library.routine(id).value for id in sorted(library.routine_files)}
    known = {
        "drill": {id: drill.title for id, drill in drills.items() if drill},
        "routine": {id: routine.title for id, routine in routines.items() if routine},
    }
    return json.dumps(schema(kind, known), ensure_ascii=False, indent=1) + "\n"


def write_schemas(folder: Path, library: Library) -> None:
    """Write the schemas of all kinds into a folder."""
    for kind in FORMS:
        save(folder / f"{kind}.json", schema_text(kind, library))


def update_schemas() -> None:
    """Write the schemas of the user's library again, with what has changed in it."""
    write_schemas(schema_folder(), load_library())


def schema_folder() -> Path:
    """Return the folder of the schemas that offer the user's own ids too."""
    return data_folder() / "drills" / "schema"


def schema_reference(file: Path, kind: str) -> str:
    """Return how a file refers to its schema: by a relative path in the user's library, else by a URI."""
    path = schema_folder() / f"{kind}.json"
    if file.is_relative_to(data_folder()):
        return Path(os.path.relpath(path, file.parent)).as_posix()
    return path.as_uri()
