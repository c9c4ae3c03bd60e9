"""`leanbreath add`: takes what others wrote into the user's own library."""

import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from leanbreath.atomic_write import save
from leanbreath.authoring.import_plan import ImportedFile, ImportPlan, plan_import
from leanbreath.authoring.linter import Linter
from leanbreath.cli.commands.schema import write_schemas
from leanbreath.presentation.terminal_text import escaped
from leanbreath.routine.library import Library
from leanbreath.routine.problems import InvalidRequest, Problem, Problems
from leanbreath.userdata.library import load_library
from leanbreath.userdata.paths import data_folder
from leanbreath.userdata.settings_file import load_rules


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Take it, and replace what is there, without asking.")
def add(path: Path, yes: bool) -> int:
    """Take drills, routines, plans and sounds into your own library: a file, or a folder of them.

    They are checked first, and nothing is taken if one of them has an error.
    """
    if not path.exists():
        raise InvalidRequest(f"there is no file or folder {path}")
    own = data_folder()
    found = plan_import(path, load_library(), own)
    if errors := [*found.problems, *_errors(found)]:
        raise Problems(errors)
    fresh = [arrival for arrival in found.arrivals if not _same(arrival, own)]
    for line in _shown(found.arrivals, own):
        click.echo(line)
    if not fresh:
        click.echo("All of it is there already.")
        return 0
    _agreed(fresh, own, yes)
    for arrival in fresh:
        save(own / arrival.goal, arrival.source.read_bytes())
    write_schemas()
    click.echo(f"Taken into {own}.")
    return 0


def _errors(found: ImportPlan) -> Iterator[Problem]:
    """Yield the errors of what arrives, read as it would lie in the library, each in its own file."""
    with tempfile.TemporaryDirectory() as folder:
        copies: dict[str, Path] = {}
        for arrival in found.arrivals:
            copy = Path(folder) / arrival.goal
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(arrival.source, copy)
            copies[str(copy)] = arrival.source
        known = load_library().folders
        linter = Linter(Library((known[0], Path(folder) / "drills", *known[1:])), load_rules())
        for copy_name, source in copies.items():
            if Path(copy_name).suffix in (".yaml", ".yml"):
                for problem in linter.check_file(Path(copy_name)):
                    if problem.severity == "error":
                        yield problem._replace(place=problem.place._replace(file=str(source)))


def _same(arrival: ImportedFile, own: Path) -> bool:
    goal = own / arrival.goal
    return goal.is_file() and goal.read_bytes() == arrival.source.read_bytes()


def _shown(arrivals: Iterable[ImportedFile], own: Path) -> Iterator[str]:
    for arrival in arrivals:
        there = "unchanged" if _same(arrival, own) else "replaces yours" if (own / arrival.goal).exists() else "new"
        name = arrival.id if arrival.kind != "pack" else f"{arrival.id}/{arrival.source.name}"
        yield escaped(f"{arrival.kind:<8} {name:<32} {there}")


def _agreed(fresh: list[ImportedFile], own: Path, yes: bool) -> None:
    """Ask before anything of the user's is replaced."""
    replaced = sum((own / arrival.goal).exists() for arrival in fresh)
    if not replaced or yes:
        return
    if not sys.stdin.isatty():
        raise InvalidRequest(f"{replaced} of your files would be replaced; say --yes if they may be")
    click.confirm(f"Replace {replaced} of your files?", abort=True)
