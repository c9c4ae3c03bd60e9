"""What a folder or file would bring into the user's library: each file, its kind and where it would go."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from leanbreath.authoring.new_file import KINDS
from leanbreath.routine.library import SUFFIXES, Library
from leanbreath.routine.problems import Place, Problem
from leanbreath.routine.reader import file_content, file_kind

MOST_FILES = 2_000
LARGEST_SOUND = 50_000_000


@dataclass(frozen=True, order=True)
class ImportedFile:
    """A file that is to be taken: its kind, its id, where it lies, and where it goes below the user's folder."""

    kind: str
    id: str
    source: Path
    goal: Path


@dataclass(frozen=True)
class ImportPlan:
    """Everything a path brings, and what keeps it from being taken."""

    arrivals: tuple[ImportedFile, ...]
    problems: tuple[Problem, ...]


def plan_import(path: Path, library: Library, own: Path) -> ImportPlan:
    """Return what a file or folder brings; `library` holds what there is, `own` is the user's folder."""
    arrivals: list[ImportedFile] = []
    problems: list[Problem] = []
    for file in _files(path, problems):
        _sort(file, path if path.is_dir() else path.parent, arrivals, problems)
    for arrival in arrivals:
        problems.extend(_taken(arrival, arrivals, library, own))
    if not arrivals and not problems:
        problems.append(_problem(path, "there is nothing here to take", "name a drill, a routine, or a folder of them"))
    return ImportPlan(tuple(sorted(arrivals)), tuple(problems))


def _files(path: Path, problems: list[Problem]) -> Iterator[Path]:
    """Yield the files below a path; links out of it are problems and are not followed."""
    if not path.is_dir():
        yield path
        return
    root, count = path.resolve(), 0
    for folder, names, files in os.walk(path):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in [each for each in names if (Path(folder) / each).is_symlink()]:
            problems.append(
                _problem(Path(folder) / name, "a link to a folder is not followed", "copy what it leads to")
            )
        for name in sorted(files):
            file = Path(folder) / name
            count += 1
            if count > MOST_FILES:
                problems.append(_problem(path, f"more than {MOST_FILES:,} files", "take a smaller folder"))
                return
            if not file.resolve().is_relative_to(root):
                problems.append(_problem(file, "this link leads out of the folder", "copy what it leads to"))
            elif not name.startswith("."):
                yield file


def _sort(file: Path, root: Path, arrivals: list[ImportedFile], problems: list[Problem]) -> None:
    """Find what a file is; whatever is neither drill, routine, plan, pose nor sound of a pack stays where it is."""
    if file.suffix not in SUFFIXES:
        return
    raw = file_content(file)
    if isinstance(raw, Problem):
        problems.append(raw)
        return
    kind = file_kind(raw, str(file))
    if kind == "pack":
        arrivals.extend(_pack(file, problems))
    elif kind in KINDS:
        below = _family(file, root) if kind == "drill" else Path()
        arrivals.append(ImportedFile(kind, file.stem, file, Path("drills") / KINDS[kind] / below / file.name))


def _family(file: Path, root: Path) -> Path:
    """Return the folders of a drill below `library`, or below what was named."""
    parts = file.relative_to(root).parent.parts
    return Path(*parts[parts.index("library") + 1 :]) if "library" in parts else Path(*parts)


def _pack(file: Path, problems: list[Problem]) -> Iterator[ImportedFile]:
    """Yield a pack with all its sounds, which lie beside it."""
    name = file.resolve().parent.name
    for each in sorted(file.parent.iterdir()):
        if each.is_file() and not each.name.startswith("."):
            if each.is_symlink() or each.stat().st_size > LARGEST_SOUND:
                message = f"a sound is a file of its own of at most {LARGEST_SOUND:,} bytes"
                problems.append(_problem(each, message, "copy it, or make it shorter"))
            else:
                yield ImportedFile("pack", name, each, Path("sounds") / name / each.name)


def _taken(arrival: ImportedFile, arrivals: list[ImportedFile], library: Library, own: Path) -> Iterator[Problem]:
    """Yield the problem of an id that belongs to something else: to the program, or to another file."""
    if arrival.kind == "pack":
        return
    there = library.files_of(arrival.kind).get(arrival.id)
    if there and there != own / arrival.goal:
        yield _problem(
            arrival.source, f'the id "{arrival.id}" is already used by {there}', "rename the file and its id"
        )
    for other in arrivals:
        if (other.kind, other.id) == (arrival.kind, arrival.id) and other.source < arrival.source:
            yield _problem(
                arrival.source, f'the id "{arrival.id}" is already used by {other.source}', "keep one of them"
            )


def _problem(path: Path, message: str, fix: str) -> Problem:
    return Problem(Place(str(path)), message, fix)
