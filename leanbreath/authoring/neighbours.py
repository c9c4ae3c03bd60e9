"""Files next to a file can be named in it before they are in any library; every command that takes a file agrees."""

from collections.abc import Iterable
from pathlib import Path

from leanbreath.routine.library import SUFFIXES, Library
from leanbreath.routine.problems import InvalidRequest, Problem
from leanbreath.routine.reader import declared_kind, file_content

KINDS = ("drill", "routine", "plan", "pose", "assessment")

MOST_FILES = 2_000


def yaml_files(path: Path) -> list[Path]:
    """Return a file, or the YAML files below a folder; raise `InvalidRequest` if there is neither."""
    if not path.exists() and not path.is_symlink():
        raise InvalidRequest(f"no file or folder {path}")
    return sorted(file for file in path.rglob("*") if file.suffix in SUFFIXES) if path.is_dir() else [path]


def sibling_files(file: Path) -> list[Path]:
    """Return the YAML files in the folder of a file, including the file itself."""
    return sorted(each for each in file.parent.glob("*.y*ml") if each.suffix in SUFFIXES)[:MOST_FILES]


def register_files(library: Library, files: Iterable[Path]) -> None:
    """Add files to a library, where they override whatever has the same id.

    Files in the library's own folders are already known, and keep their meaning.
    """
    found: dict[str, dict[str, Path]] = {}
    for file in _outside(library, files):
        raw = file_content(file)
        kind = None if isinstance(raw, Problem) else declared_kind(raw)
        if kind in KINDS:
            found.setdefault(kind, {}).setdefault(file.stem, file)
    for kind, ids in found.items():
        library.files_of(kind).update(ids)


def _outside(library: Library, files: Iterable[Path]) -> list[Path]:
    """Return the files that are in none of a library's folders."""
    homes = [folder.resolve() for folder in library.folders]
    each = list(files)
    folders = {folder: folder.resolve() for folder in {file.parent for file in each}}
    inside = {name for name, folder in folders.items() if any(folder.is_relative_to(home) for home in homes)}
    return [file for file in each if file.parent not in inside]
