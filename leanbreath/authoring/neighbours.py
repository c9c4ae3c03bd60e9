"""What lies beside a file can be named in it, before it is in any library: one rule for whatever takes a file."""

from collections.abc import Iterable
from pathlib import Path

from leanbreath.routine.library import SUFFIXES, Library
from leanbreath.routine.problems import Problem
from leanbreath.routine.reader import declared_kind, file_content

KINDS = ("drill", "routine", "plan", "pose", "assessment")

MOST_FILES = 2_000


def sibling_files(file: Path) -> list[Path]:
    """Return the YAML files in the folder of a file, this one among them."""
    return sorted(each for each in file.parent.glob("*.y*ml") if each.suffix in SUFFIXES)[:MOST_FILES]


def register_files(library: Library, files: Iterable[Path]) -> None:
    """Let a library know what files hold; it comes before what the library has of the same id.

    What lies in the library's own folders is known to it, and keeps its meaning there.
    """
    fresh: dict[str, dict[str, Path]] = {}
    for file in _outside(library, files):
        raw = file_content(file)
        kind = None if isinstance(raw, Problem) else declared_kind(raw)
        if kind in KINDS:
            fresh.setdefault(kind, {}).setdefault(file.stem, file)
    for kind, ids in fresh.items():
        library.files_of(kind).update(ids)


def _outside(library: Library, files: Iterable[Path]) -> list[Path]:
    """Return the files that lie in none of a library's folders."""
    homes = [folder.resolve() for folder in library.folders]
    each = list(files)
    folders = {folder: folder.resolve() for folder in {file.parent for file in each}}
    inside = {name for name, folder in folders.items() if any(folder.is_relative_to(home) for home in homes)}
    return [file for file in each if file.parent not in inside]
