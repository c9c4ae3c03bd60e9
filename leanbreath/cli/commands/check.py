"""`leanbreath check`: every mistake of form and every training rule, with its place and its fix."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from leanbreath.authoring.lint_files import examined
from leanbreath.authoring.linter import Linter
from leanbreath.authoring.neighbours import register_files, sibling_files
from leanbreath.authoring.substitutions import substitution_problems
from leanbreath.presentation.report import problem_lines
from leanbreath.routine.library import SUFFIXES, Library, bundled_folder
from leanbreath.routine.problems import InvalidRequest, Problem, Severity
from leanbreath.userdata.library import load_library
from leanbreath.userdata.paths import phrases_folder, settings_file
from leanbreath.userdata.settings_file import load_rules

NAMES: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the problems as data.")
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
def check(paths: tuple[Path, ...], as_json: bool, strict: bool) -> int:
    """Check drills, routines, plans, poses and more: files, folders, or everything there is.

    A file may name what lies beside it, and what lies in a folder may name all else in it. Errors end it with 1, and
    with --strict warnings do too.
    """
    linter = Linter(load_library(), load_rules())
    if paths:
        files = list(_files(paths))
        register_files(
            linter.library, [*files, *(each for path in paths if path.is_file() for each in sibling_files(path))]
        )
        problems = sorted(set(examined(linter, files)))
    else:
        files = [*linter.library.all_files(), *_phrases()]
        problems = sorted({*_everywhere(linter.library), *filter(_asked_for, examined(linter, files))})
    if as_json:
        click.echo(_data(len(files), problems))
    else:
        click.echo("\n".join((*_report(problems), _summary(len(files), problems))))
    failing = ("error", "warning") if strict else ("error",)
    return int(any(problem.severity in failing for problem in problems))


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise InvalidRequest(f"there is no file or folder {path}")
        yield from sorted(each for each in path.rglob("*") if each.suffix in SUFFIXES) if path.is_dir() else [path]


def _phrases() -> Iterator[Path]:
    """Yield the user's own files of what is said in other languages."""
    yield from sorted(phrases_folder().glob("*.yaml"))


def _everywhere(found: Library) -> Iterator[Problem]:
    """Yield the problems of no single file: ids that are taken, and the drills that are done in the place of others."""
    yield from found.problems
    if settings_file().exists():
        yield from (problem for _, problem in substitution_problems(settings_file(), found))


def _asked_for(problem: Problem) -> bool:
    """Return whether a problem is worth telling to one who named no file: notes on what is bundled are not."""
    return problem.severity != "info" or not Path(problem.place.file).is_relative_to(bundled_folder("drills"))


def _report(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield the problems as lines, the reason of each rule only where it first occurs."""
    told: set[str] = set()
    for problem in problems:
        yield from problem_lines(problem, problem.rule not in told, sys.stdout)
        told.add(problem.rule)


def _data(files: int, problems: list[Problem]) -> str:
    import json

    each = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": problem.severity,
            "rule": problem.rule or None,
            "message": problem.message,
            "fix": problem.fix or None,
            "why": problem.why or None,
            "sources": problem.sources,
        }
        for problem in problems
    ]
    return json.dumps({"files": files, "problems": each}, indent=1)


def _summary(files: int, problems: list[Problem]) -> str:
    counts = Counter(problem.severity for problem in problems)
    found = [_counted(counts[severity], name) for severity, name in NAMES.items() if counts[severity]]
    return f"{_counted(files, 'file')}: {', '.join(found) or 'no problems'}"


def _counted(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"
