"""`leanbreath check`: every mistake of form and every training rule, with its place and its cure."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from leanbreath.authoring.examine import Examiner
from leanbreath.cli.examining import examined
from leanbreath.cli.faults import Mistake
from leanbreath.cli.folders import library, rules
from leanbreath.cli.report import problem_lines
from leanbreath.routine.library import SUFFIXES
from leanbreath.routine.problems import Problem, Severity

NAMES: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the problems as data.")
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
def check(paths: tuple[Path, ...], as_json: bool, strict: bool) -> int:
    """Check drills, routines and plans: files, folders, or everything there is.

    Errors end it with 1, and with --strict warnings do too.
    """
    examiner = Examiner(library(), rules())
    files = list(_files(paths)) if paths else list(examiner.library.files())
    problems = sorted({*(() if paths else examiner.library.problems), *examined(examiner, files)})
    if as_json:
        click.echo(_data(len(files), problems))
    else:
        click.echo("\n".join((*_report(problems), _summary(len(files), problems))))
    failing = ("error", "warning") if strict else ("error",)
    return int(any(problem.severity in failing for problem in problems))


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise Mistake(f"there is no file or folder {path}")
        yield from sorted(each for each in path.rglob("*") if each.suffix in SUFFIXES) if path.is_dir() else [path]


def _report(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield the problems as lines, the reason of each rule only where it first occurs."""
    told: set[str] = set()
    for problem in problems:
        yield from problem_lines(problem, problem.rule not in told)
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
            "cure": problem.cure or None,
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
