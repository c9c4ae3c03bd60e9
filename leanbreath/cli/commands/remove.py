"""`leanbreath remove`: something of the user's own goes, and is kept aside."""

import shutil
import sys
from datetime import datetime
from pathlib import Path

import click

from leanbreath.authoring.new_file import FOLDERS
from leanbreath.cli.commands.schema import write_schemas
from leanbreath.routine.library import Library
from leanbreath.routine.problems import InvalidRequest, suggestion
from leanbreath.userdata.library import load_library
from leanbreath.userdata.paths import data_folder


@click.command()
@click.argument("name")
@click.option("--yes", is_flag=True, help="Without asking.")
def remove(name: str, yes: bool) -> None:
    """Take a drill, routine, plan or pose out of your own library; it is kept in the folder `removed` beside it."""
    found = load_library()
    kind, path = _own(found, name)
    users = _users(found, kind, name)
    if users and not yes:
        raise InvalidRequest(f'{", ".join(users)} would miss "{name}"; change them first, or say --yes')
    if not yes and sys.stdin.isatty():
        click.confirm(f"Remove the {kind} {name}?", abort=True)
    kept = data_folder() / "removed" / f"{datetime.now():%Y-%m-%d-%H%M%S}-{path.name}"
    kept.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(path, kept)
    write_schemas()
    click.echo(f"Removed {name}; it is kept in {kept}.")


def _own(found: Library, name: str) -> tuple[str, Path]:
    """Return the kind and file of something of the user's."""
    folder = data_folder() / "drills"
    mine = {
        id: (kind, path) for kind in FOLDERS for id, path in found.files_of(kind).items() if path.is_relative_to(folder)
    }
    if name in mine:
        return mine[name]
    if any(name in found.files_of(kind) for kind in FOLDERS):
        raise InvalidRequest(f'"{name}" comes with leanbreath and stays; only what is yours can be removed')
    raise InvalidRequest(f'there is no drill, routine, plan or pose "{name}" of yours; {suggestion(name, mine)}')


def _users(found: Library, kind: str, name: str) -> list[str]:
    """Return the routines and plans that name it, or the drills that are drawn by it."""
    if kind == "pose":
        drills = {id: found.drill(id).value for id in found.drill_files}
        return [id for id, drill in drills.items() if drill and name in drill.poses]
    key = "include" if kind == "routine" else kind
    read = {id: found.routine(id) for id in found.routine_files} | {
        id: found.plan_at(path) for id, path in found.plan_files.items()
    }
    return [
        id for id, reading in read.items() if id != name and reading.tree and reading.tree.mentions({key, kind}, name)
    ]
