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
    fresh = [file for file in found.files if not _same(file, own)]
    for line in _shown(found.files, own):
        click.echo(line)
    if not fresh:
        click.echo("All of it is there already.")
        return 0
    _agreed(fresh, own, yes)
    for file in fresh:
        save(own / file.target, file.source.read_bytes())
    write_schemas()
    click.echo(f"Taken into {own}.")
    return 0


def _errors(found: ImportPlan) -> Iterator[Problem]:
    """Yield the errors of what arrives, read as it would lie in the library, each in its own file."""
    with tempfile.TemporaryDirectory() as folder:
        copies: dict[str, Path] = {}
        for file in found.files:
            copy = Path(folder) / file.target
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file.source, copy)
            copies[str(copy)] = file.source
        known = load_library().folders
        linter = Linter(Library((known[0], Path(folder) / "drills", *known[1:])), load_rules())
        for copy_name, source in copies.items():
            if Path(copy_name).suffix in (".yaml", ".yml"):
                for problem in linter.check_file(Path(copy_name)):
                    if problem.severity == "error":
                        yield problem._replace(place=problem.place._replace(file=str(source)))


def _same(file: ImportedFile, own: Path) -> bool:
    target = own / file.target
    return target.is_file() and target.read_bytes() == file.source.read_bytes()


def _shown(files: Iterable[ImportedFile], own: Path) -> Iterator[str]:
    for file in files:
        there = "unchanged" if _same(file, own) else "replaces yours" if (own / file.target).exists() else "new"
        name = file.id if file.kind != "pack" else f"{file.id}/{file.source.name}"
        yield escaped(f"{file.kind:<8} {name:<32} {there}")


def _agreed(fresh: list[ImportedFile], own: Path, yes: bool) -> None:
    """Ask before anything of the user's is replaced."""
    replaced = sum((own / file.target).exists() for file in fresh)
    if not replaced or yes:
        return
    if not sys.stdin.isatty():
        raise InvalidRequest(f"{replaced} of your files would be replaced; say --yes if they may be")
    click.confirm(f"Replace {replaced} of your files?", abort=True)
