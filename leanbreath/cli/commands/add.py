"""`leanbreath add`: files from others, into your own library."""

import sys
from pathlib import Path

import click

from leanbreath.authoring.import_files import effect, import_errors, import_files, import_line
from leanbreath.authoring.import_plan import plan_import
from leanbreath.cli.report import confirm, print_lines
from leanbreath.routine.problems import InvalidRequest, Problems
from leanbreath.userdata.library import load_library
from leanbreath.userdata.paths import data_folder


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Add everything, and replace your own files without asking.")
def add(path: Path, yes: bool) -> int:
    """Add files to your library.

    Name a file or a folder with drills, routines, plans, poses or sound packs. They are checked first. If any of them
    has an error, nothing is added.
    """
    if not path.exists():
        raise InvalidRequest(f"no file or folder {path}")
    plan = plan_import(path, load_library(), data_folder())
    if errors := tuple(import_errors(plan)):
        raise Problems(errors)
    print_lines(map(import_line, plan.files))
    changed = [file for file in plan.files if effect(file) != "unchanged"]
    if not changed:
        print_lines(["You already have all of it."])
        return 0
    _confirm(sum(effect(file) == "replaces yours" for file in changed), yes)
    import_files(changed)
    print_lines([f"Added to {data_folder()}."])
    return 0


def _confirm(replaced: int, yes: bool) -> None:
    """Ask before any of the user's files is replaced."""
    if not replaced or yes:
        return
    if not sys.stdin.isatty():
        raise InvalidRequest(f"this would replace {replaced} of your files; to do that, use --yes")
    confirm(f"Replace {replaced} of your files?")
