"""Carries out an import: checks the files, and copies them into the user's library."""

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from leanbreath.atomic_write import save
from leanbreath.authoring.import_plan import LARGEST_SOUND, ImportedFile, ImportPlan
from leanbreath.authoring.linter import Linter
from leanbreath.authoring.schema_files import update_schemas
from leanbreath.bounded_read import read_bytes
from leanbreath.routine.library import SUFFIXES, Library
from leanbreath.routine.problems import InvalidRequest, Problem
from leanbreath.userdata.library import load_library
from leanbreath.userdata.paths import data_folder
from leanbreath.userdata.settings_file import load_rules

Effect = Literal["new", "replaces yours", "unchanged"]


def import_errors(plan: ImportPlan) -> Iterator[Problem]:
    """Yield the errors of the files to import, each checked as a part of the library."""
    yield from plan.problems
    with tempfile.TemporaryDirectory() as folder:
        copies = {Path(folder) / file.target: file.source for file in plan.files}
        for copy, source in copies.items():
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(_content(source))
        bundled, *others = load_library().folders
        linter = Linter(Library((bundled, Path(folder) / "drills", *others)), load_rules())
        for copy, source in copies.items():
            for problem in linter.check_file(copy) if copy.suffix in SUFFIXES else ():
                if problem.severity == "error":
                    yield problem._replace(place=problem.place._replace(file=str(source)))


def effect(file: ImportedFile) -> Effect:
    """Return what the import of a file does to the user's library."""
    target = data_folder() / file.target
    if not target.exists():
        return "new"
    return "unchanged" if target.is_file() and _content(target) == _content(file.source) else "replaces yours"


def import_line(file: ImportedFile) -> str:
    """Return a file to import as a line: its kind, its name, and what the import does."""
    name = f"{file.id}/{file.source.name}" if file.kind == "pack" else file.id
    return f"{file.kind:<8} {name:<32} {effect(file)}"


def import_files(files: Iterable[ImportedFile]) -> None:
    """Copy files into the user's library."""
    for file in files:
        save(data_folder() / file.target, _content(file.source))
    update_schemas()


def _content(path: Path) -> bytes:
    try:
        return read_bytes(path, LARGEST_SOUND)
    except OSError as error:
        raise InvalidRequest(f"cannot read {path}: {error.strerror}") from error
