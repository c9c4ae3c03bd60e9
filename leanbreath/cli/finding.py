"""Finds what a NAME or FILE on the command line means."""

from pathlib import Path

from leanbreath.cli.choosing import choices
from leanbreath.cli.faults import Mistake, say
from leanbreath.cli.report import problem_lines
from leanbreath.routine.library import Library
from leanbreath.routine.model import Routine
from leanbreath.routine.problems import Problems
from leanbreath.routine.reader import Unknown
from leanbreath.routine.swap import swapped


def routine(library: Library, name: str) -> Routine:
    """Return a routine by id or file, with the drills of the user's choice; raise `Problems` where it has mistakes.

    A file of the user's whose id is taken is named: it is not the one that is meant.
    """
    shadowed = (each for each in library.problems if Path(each.place.file).stem == name)
    say(line for problem in shadowed for line in problem_lines(problem))
    try:
        reading = library.file(Path(name)) if is_file(name) else library.routine(name)
    except Unknown as unknown:
        raise Mistake(_of_another_kind(library, name) or f"{unknown.message}; {unknown.cure}") from unknown
    if reading.value is None or reading.problems:
        raise Problems((*reading.problems, *library.problems))
    chosen, wrong = choices(library)
    say(f"leanbreath: {line}" for line in wrong)
    return swapped(reading.value, chosen)


def _of_another_kind(library: Library, name: str) -> str:
    """Return what to say of the name of something that is no routine; nothing where there is no such name."""
    kinds = ("drill", "plan", "check", "lesson")
    kind = next((kind for kind in kinds if name in library.ids(kind)), None)
    return f'"{name}" is a {kind}, not a routine; leanbreath show {name} tells of it' if kind else ""


def is_file(name: str) -> bool:
    """Return whether a name means a file rather than an id."""
    return name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name
