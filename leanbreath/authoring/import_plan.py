"""What a folder or file would add to the user's library: each file, its kind and where it would go."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from leanbreath.authoring.file_templates import FOLDERS
from leanbreath.routine.library import SUFFIXES, Library
from leanbreath.routine.problems import Place, Problem
from leanbreath.routine.reader import file_content, file_kind

MOST_FILES = 2_000
LARGEST_SOUND = 50_000_000

MOST_SOUNDS = 50
"""The most files of a pack; it has a sound for each cue, and perhaps a licence."""


@dataclass(frozen=True, order=True)
class ImportedFile:
    """A file to import: its kind, its id, where it is, and where it goes in the user's folder."""

    kind: str
    id: str
    source: Path
    target: Path


@dataclass(frozen=True)
class ImportPlan:
    """All files that a path would import, and the problems that prevent it."""

    files: tuple[ImportedFile, ...]
    problems: tuple[Problem, ...]


def plan_import(path: Path, library: Library, user_folder: Path) -> ImportPlan:
    """Return what a file or folder would add to a library; anything that is not leanbreath's is ignored."""
    root = path if path.is_dir() else path.parent
    found = list(_found(path, root))
    files = [each for each in found if isinstance(each, ImportedFile)]
    problems = [each for each in found if isinstance(each, Problem)]
    problems += [problem for file in files for problem in _id_conflicts(file, files, library, user_folder)]
    if not files and not problems:
        problems.append(_problem(path, "nothing to add here", "name a drill, a routine, or a folder of them"))
    return ImportPlan(tuple(sorted(files)), tuple(problems))


def _found(path: Path, root: Path) -> Iterator[ImportedFile | Problem]:
    for each in _files_below(path) if path.is_dir() else (path,):
        if isinstance(each, Problem):
            yield each
        elif each.suffix in SUFFIXES:
            yield from _imported_files(each, root)


def _files_below(root: Path) -> Iterator[Path | Problem]:
    """Yield the files below a folder, and a problem for each link that leads out of it."""
    count = 0
    for folder, names, files in os.walk(root):
        names[:] = sorted(name for name in names if not name.startswith("."))
        yield from _folder_links(Path(folder), names)
        for name in sorted(files):
            count += 1
            if count > MOST_FILES:
                yield _problem(root, f"more than {MOST_FILES:,} files", "choose a smaller folder")
                return
            file = Path(folder) / name
            if not file.resolve().is_relative_to(root.resolve()):
                yield _problem(file, "this link leads out of the folder", "copy the file it leads to")
            elif not name.startswith("."):
                yield file


def _folder_links(folder: Path, names: Sequence[str]) -> Iterator[Problem]:
    for name in names:
        if (folder / name).is_symlink():
            yield _problem(folder / name, "links to folders are not followed", "copy the folder it leads to")


def _imported_files(file: Path, root: Path) -> Iterator[ImportedFile | Problem]:
    """Yield the file itself if it is of a kind that can be added, and the sounds of a pack with it."""
    content = file_content(file)
    if isinstance(content, Problem):
        yield content
        return
    kind = file_kind(content, str(file))
    if kind == "pack":
        yield from _pack_files(file)
    elif kind in FOLDERS:
        below = _family(file, root) if kind == "drill" else Path()
        yield ImportedFile(kind, file.stem, file, Path("drills") / FOLDERS[kind] / below / file.name)


def _family(file: Path, root: Path) -> Path:
    """Return the folders of a drill below `library`, or below the folder to import."""
    parts = file.relative_to(root).parent.parts
    return Path(*parts[parts.index("library") + 1 :]) if "library" in parts else Path(*parts)


def _pack_files(pack: Path) -> Iterator[ImportedFile | Problem]:
    """Yield a pack and the sounds next to it."""
    name = pack.resolve().parent.name
    files = [each for each in sorted(pack.parent.iterdir()) if each.is_file() and not each.name.startswith(".")]
    if len(files) > MOST_SOUNDS:
        yield _problem(pack, f"more than {MOST_SOUNDS} files next to this pack", "move it to a folder of its own")
        return
    for each in files:
        if each.is_symlink():
            yield _problem(each, "a sound can't be a link", "copy the file it leads to")
        elif each.stat().st_size > LARGEST_SOUND:
            yield _problem(each, f"this sound has more than {LARGEST_SOUND:,} bytes", "shorten it")
        else:
            yield ImportedFile("pack", name, each, Path("sounds") / name / each.name)


def _id_conflicts(
    file: ImportedFile, files: Sequence[ImportedFile], library: Library, user_folder: Path
) -> Iterator[Problem]:
    """Yield a problem if an id is used by a bundled file, by another of the user's, or twice in the import."""
    if file.kind == "pack":
        return
    existing = library.files_of(file.kind).get(file.id)
    message = f'the id "{file.id}" is already used by'
    if existing and existing != user_folder / file.target:
        yield _problem(file.source, f"{message} {existing}", "rename the file and its id")
    for other in files:
        if (other.kind, other.id) == (file.kind, file.id) and other.source < file.source:
            yield _problem(file.source, f"{message} {other.source}", "keep only one of them")


def _problem(path: Path, message: str, fix: str) -> Problem:
    return Problem(Place(str(path)), message, fix)
