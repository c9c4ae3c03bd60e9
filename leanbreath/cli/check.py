"""`leanbreath check`: every mistake of form in the author's files."""

from pathlib import Path

import click

from leanbreath.cli.faults import Mistake, say
from leanbreath.cli.folders import library
from leanbreath.cli.report import problem_lines
from leanbreath.routine.library import SUFFIXES, Library
from leanbreath.routine.problems import Problem
from leanbreath.routine.reader import contents, kind_of, read_drill


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def check(paths: tuple[Path, ...]) -> int:
    """Check drills and routines: files, folders, or everything there is."""
    found = library()
    files = list(_files(paths))
    problems = sorted(
        set(found.all_problems() if not paths else (each for file in files for each in _problems(found, file)))
    )
    say(line for problem in problems for line in problem_lines(problem))
    number = len(files) if paths else len(found.drill_files) + len(found.routine_files)
    click.echo(f"{_counted(number, 'file')}, {_counted(len(problems), 'problem')}")
    return 1 if problems else 0


def _counted(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"


def _files(paths: tuple[Path, ...]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        if not path.exists():
            raise Mistake(f"there is no file or folder {path}")
        files.extend(_found(path) if path.is_dir() else [path])
    return files


def _found(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES)


def _problems(found: Library, file: Path) -> tuple[Problem, ...]:
    raw = contents(file)
    if isinstance(raw, Problem):
        return (raw,)
    if kind_of(raw, str(file)) == "drill":
        return read_drill(raw, str(file)).problems
    return found.file(file).problems
