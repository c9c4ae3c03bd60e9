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
        raise Mistake(f"{unknown.message}; {unknown.cure}") from unknown
    if reading.value is None or reading.problems:
        raise Problems((*reading.problems, *library.problems))
    chosen, wrong = choices(library)
    say(f"leanbreath: {line}" for line in wrong)
    return swapped(reading.value, chosen)


def is_file(name: str) -> bool:
    """Return whether a name means a file rather than an id."""
    return name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name
