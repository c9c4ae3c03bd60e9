"""Finds what a NAME or FILE on the command line means."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from leanbreath.authoring.chosen_drills import choices
from leanbreath.authoring.neighbours import register_files, sibling_files
from leanbreath.authoring.substitutions import substitution_problems
from leanbreath.authoring.title_lookup import with_ids_for_titles
from leanbreath.presentation.report import problem_lines
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.problems import InvalidRequest, Problem, Problems, with_list_command
from leanbreath.routine.reader import ReadResult, UnresolvedName, file_content, file_kind, unrecognized_file
from leanbreath.routine.substitution import with_substitutions
from leanbreath.userdata.messages import say
from leanbreath.userdata.paths import settings_file

T = TypeVar("T")

KINDS = {
    "routine": "a routine",
    "drill": "a drill",
    "plan": "a plan",
    "assessment": "an assessment",
    "lesson": "a lesson",
    "pose": "a pose",
    "pack": "a pack of sounds",
    "phrases": "a file of phrases",
    "limiters": "a file of limiters",
    "sources": "a list of sources",
}
"""What something is, in words."""

SHOWN = ("drill", "plan", "assessment", "lesson")
"""What `show` tells of, beside routines."""


def routine(library: Library, name: str) -> Routine:
    """Return a routine by id or file, with the drills of the user's choice; raise `Problems` where it has mistakes.

    A file of the user's whose id is taken is named: it is not the one that is meant.
    """
    shadowed = (each for each in library.problems if Path(each.place.file).stem == name)
    say(line for problem in shadowed for line in problem_lines(problem))
    try:
        reading = library.routine_at(path_of(library, name, "routine")) if is_file(name) else library.routine(name)
    except UnresolvedName as unknown:
        fix = with_list_command(unknown.fix, "routine")
        raise InvalidRequest(_of_another_kind(library, name) or f"{unknown.message}; {fix}") from unknown
    if reading.value is None or reading.problems:
        raise Problems((*with_ids_for_titles(reading, library), *library.problems))
    chosen, _ = choices(library)
    _tell(library, chosen, reading.value)
    return with_substitutions(reading.value, chosen)


def _tell(library: Library, chosen: Mapping[str, Drill], routine: Routine) -> None:
    """Say what is wrong with the user's choice of drills, and what is unwise about it where this routine has them."""
    if not settings_file().exists():
        return
    held = {drill.drill for drill in routine.drills()} & set(chosen)
    found = substitution_problems(settings_file(), library)
    say(line for old, each in found if each.severity == "error" or old in held for line in problem_lines(each))


def path_of(library: Library, name: str, *wanted: str) -> Path:
    """Return the file of a name, known to the library with what lies beside it; it is of a kind that is wanted."""
    path = Path(name)
    if (kind := kind_of_file(path)) not in wanted:
        meant = f", not {KINDS[wanted[0]]}" if len(wanted) == 1 else ""
        raise InvalidRequest(f"{path.name} is {KINDS[kind]}{meant}; {fix(kind, name)}")
    register_files(library, (path, *sibling_files(path)))
    return path


def whole(reading: ReadResult[T]) -> T:
    """Return what a file says; raise `Problems` where it has mistakes."""
    if reading.value is None or reading.problems:
        raise Problems(reading.problems)
    return reading.value


def kind_of_file(path: Path) -> str:
    """Return what a file is; raise `Problems` where it cannot be read, or is none of ours."""
    raw = file_content(path)
    if isinstance(raw, Problem):
        raise Problems([raw])
    kind = file_kind(raw, str(path))
    if kind is None:
        raise Problems(unrecognized_file(raw, str(path)))
    return kind


def fix(kind: str, name: str) -> str:
    """Return what can be done with something of a kind."""
    if kind == "pose":
        return f"leanbreath figure {name} draws it"
    return f"leanbreath {'show' if kind in (*SHOWN, 'routine') else 'check'} {name} tells of it"


def _of_another_kind(library: Library, name: str) -> str:
    """Return what to say of the name of something that is no routine; nothing where there is no such name."""
    kind = next((kind for kind in (*SHOWN, "pose") if name in library.files_of(kind)), None)
    return f'"{name}" is {KINDS[kind]}, not a routine; {fix(kind, name)}' if kind else ""


def is_file(name: str) -> bool:
    """Return whether a name means a file rather than an id."""
    return name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name
