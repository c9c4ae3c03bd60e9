"""What a NAME or FILE on the command line means."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from leanbreath.authoring.neighbours import register_files, sibling_files
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.name_suggestions import with_list_command
from leanbreath.routine.problems import InvalidRequest, Problem, Problems
from leanbreath.routine.reader import ReadResult, UnresolvedName, file_content, file_kind, unrecognized_file
from leanbreath.routine.substitution import with_substitutions
from leanbreath.userdata.chosen_drills import chosen_drills
from leanbreath.userdata.paths import settings_file

T = TypeVar("T")

KINDS = {
    "routine": "a routine",
    "drill": "a drill",
    "plan": "a plan",
    "assessment": "an assessment",
    "lesson": "a lesson",
    "pose": "a pose",
    "pack": "a sound pack",
    "phrases": "a phrases file",
    "limiters": "a limiters file",
    "sources": "a list of sources",
}
"""The kinds of files in words."""

WITH_PAGE = ("drill", "plan", "assessment", "lesson", "routine")
"""The kinds that have a page; if an id has two, the first counts."""


class Resolved(NamedTuple, Generic[T]):
    """What a name means, and warnings about it."""

    value: T
    warnings: tuple[Problem, ...] = ()


def resolve_routine(library: Library, name: str) -> Resolved[Routine]:
    """Return a routine by its id or file, with the user's choice of drills; raise `Problems` if it has mistakes.

    Warnings are about the user's own files whose id is taken, and about the choice of drills.
    """
    try:
        reading = library.routine_at(file_of_kind(library, name, "routine")) if is_file(name) else library.routine(name)
    except UnresolvedName as unknown:
        fix = with_list_command(unknown.fix, "routine")
        raise InvalidRequest(_other_kind(library, name) or f"{unknown.message}; {fix}") from unknown
    if reading.value is None or reading.problems:
        from leanbreath.authoring.title_lookup import with_ids_for_titles  # here, so that a session begins sooner

        raise Problems((*with_ids_for_titles(reading, library), *library.problems))
    chosen = chosen_drills(library).drills
    shadowed = (problem for problem in library.problems if Path(problem.place.file).stem == name)
    warnings = (*shadowed, *_substitution_warnings(library, chosen, reading.value))
    return Resolved(with_substitutions(reading.value, chosen), warnings)


def _substitution_warnings(library: Library, chosen: Mapping[str, Drill], routine: Routine) -> Iterator[Problem]:
    """Yield what is wrong with the user's choice of drills, and what is unwise about it in this routine."""
    if settings_file().exists():
        from leanbreath.authoring.substitution_check import substitution_problems

        replaced = {drill.drill for drill in routine.drills()} & set(chosen)
        for id, problem in substitution_problems(settings_file(), library):
            if problem.severity == "error" or id in replaced:
                yield problem


def file_of_kind(library: Library, name: str, *kinds: str) -> Path:
    """Return a file of one of these kinds; the library learns it and the other files in its folder."""
    path = Path(name)
    if (kind := kind_of_file(path)) not in kinds:
        expected = f", not {KINDS[kinds[0]]}" if len(kinds) == 1 else ""
        raise InvalidRequest(f"{path.name} is {KINDS[kind]}{expected}; {command_for(kind, name)}")
    register_files(library, (path, *sibling_files(path)))
    return path


def valid(reading: ReadResult[T]) -> T:
    """Return what a file means; raise `Problems` if it has mistakes."""
    if reading.value is None or reading.problems:
        raise Problems(reading.problems)
    return reading.value


def kind_of_file(path: Path) -> str:
    """Return the kind of a file; raise `Problems` if it can't be read or is of no kind."""
    raw = file_content(path)
    if isinstance(raw, Problem):
        raise Problems([raw])
    kind = file_kind(raw, str(path))
    if kind is None:
        raise Problems(unrecognized_file(raw, str(path)))
    return kind


def command_for(kind: str, name: str) -> str:
    """Return the command for something of a kind, as a fix."""
    if kind == "pose":
        return f"leanbreath figure {name} draws it"
    return f"leanbreath show {name} describes it" if kind in WITH_PAGE else f"leanbreath check {name} checks it"


def _other_kind(library: Library, name: str) -> str:
    """Return the message about an id that is not a routine's; an empty text if nothing has that id."""
    kind = next((kind for kind in (*WITH_PAGE, "pose") if name in library.files_of(kind)), None)
    return f'"{name}" is {KINDS[kind]}, not a routine; {command_for(kind, name)}' if kind else ""


def is_file(name: str) -> bool:
    """Return whether a name means a file rather than an id."""
    return name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name
