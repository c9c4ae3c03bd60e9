"""Small texts of authors, read as the program reads them: texts in, values and problems out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.model import Drill, DrillStep, Group, Routine, Step
from leanbreath.routine.problems import Problem
from leanbreath.routine.reader import ReadResult, Resolver, UnresolvedName, read_drill, read_routine

DRILL = "drill: x\ntitle: X\ngoal: release\nposition: standing\n"
"""Four lines; the lines of a test start on the fifth."""

ROUTINE = "routine: x\ntitle: X\nsteps:\n"
"""Three lines; the steps of a test start on the fourth."""

TAIL = "title: T\nsteps:\n  - {drill: march}\n"
"""The lines that complete `routine: NAME`."""

LIBRARY = Library((bundled_folder("drills"),))


def _drill(name: str) -> Drill:
    drill = LIBRARY.drill(name).value
    assert drill is not None
    return drill


def _no_include(name: str) -> Routine:
    raise UnresolvedName(f'no routine "{name}"')


def drill_file(text: str) -> ReadResult[Drill]:
    """Read a whole drill file called x.yaml."""
    return read_drill(text.encode(), "x.yaml")


def drill_with(lines: str) -> ReadResult[Drill]:
    """Read a drill with these lines after its head."""
    return drill_file(DRILL + lines)


def routine_file(text: str) -> ReadResult[Routine]:
    """Read a whole routine file called x.yaml; its drills are the bundled ones."""
    return read_routine(text.encode(), "x.yaml", Resolver(_drill, _no_include))


def routine_of(steps: str) -> ReadResult[Routine]:
    """Read a routine with these lines as its steps."""
    return routine_file(ROUTINE + steps)


def value_of(reading: ReadResult[Any]) -> Any:
    """Return the value of a file without problems."""
    assert reading.problems == ()
    return reading.value


def step_of(step: str) -> Any:
    """Return the step with this text."""
    (only,) = value_of(routine_of(f"  - {step}\n")).steps
    return only


def step_of_drill(drill: Drill, step: str) -> Any:
    """Return the step with this text, for a drill."""
    reading = read_routine(f"{ROUTINE}  - {step}\n".encode(), "x.yaml", Resolver(lambda name: drill, _no_include))
    (only,) = value_of(reading).steps
    return only


def problem_text(problem: Problem) -> str:
    """Return a problem as its author reads it, without the path."""
    return f"{problem.place.line}:{problem.place.column}: {problem.message}; {problem.fix}"


def problem_texts(reading: ReadResult[Any]) -> list[str]:
    """Return every problem as its author reads it."""
    return [problem_text(problem) for problem in reading.problems]


def places(reading: ReadResult[Any]) -> list[tuple[int, int]]:
    """Return the lines and columns of the problems."""
    return [(problem.place.line, problem.place.column) for problem in reading.problems]


def routine_including(name: str, *others: str) -> str:
    """Return the text of a routine that includes others, from its fourth line on."""
    return f"routine: {name}\ntitle: T\nsteps:\n" + "".join(f"  - {{include: {other}}}\n" for other in others)


def library_with(folder: Path, files: dict[str, str]) -> Library:
    """Write files of a user's folder and return the library of the bundled drills and that folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Library((bundled_folder("drills"), folder))


def all_problems(library: Library) -> list[Problem]:
    """Return the problems of a library, its drills and its routines."""
    drills = (library.drill(name) for name in library.drill_files)
    routines = (library.routine(name) for name in library.routine_files)
    return [*library.problems, *(problem for reading in (*drills, *routines) for problem in reading.problems)]


def drill_steps(steps: tuple[Step, ...]) -> Iterator[DrillStep]:
    """Yield the steps of drills, also those inside other steps."""
    for step in steps:
        if isinstance(step, DrillStep):
            yield step
        elif isinstance(step, Group):
            yield from drill_steps(step.steps)
