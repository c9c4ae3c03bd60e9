"""`leanbreath new`: a file to begin with, in the user's own library."""

import os
from pathlib import Path

import click

from leanbreath.atomic_write import save
from leanbreath.authoring.new_file import FOLDERS, renamed, template, title_for
from leanbreath.authoring.schema import modeline
from leanbreath.cli.commands.schema import schema_folder, write_schemas
from leanbreath.routine.library import Library
from leanbreath.routine.notation import NotationError, parse_id
from leanbreath.routine.problems import InvalidRequest, suggestion
from leanbreath.userdata.library import load_library
from leanbreath.userdata.paths import data_folder


@click.command()
@click.argument("kind", type=click.Choice(list(FOLDERS)))
@click.argument("name")
@click.option("--from", "source", metavar="ID", help="Copy this one instead of a commented example.")
@click.option(
    "--in",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to put it, instead of your own library.",
)
def new(kind: str, name: str, source: str | None, folder: Path | None) -> None:
    """Make a drill, routine, plan or pose: commented, and ready to be checked, watched and performed."""
    found = load_library()
    _free(found, kind, name)
    path = (folder or data_folder() / "drills" / FOLDERS[kind]) / f"{name}.yaml"
    if path.exists() or path.is_symlink():
        raise InvalidRequest(f"there is a file {path} already; take another name")
    save(path, _text(found, kind, name, source, modeline(_schema(path, kind))))
    write_schemas()
    click.echo(path)
    click.echo(f"Write it with  leanbreath watch {path}", err=True)


def _free(found: Library, kind: str, name: str) -> None:
    """Refuse a name that is no id, or that something else has."""
    try:
        parse_id(name)
    except NotationError as error:
        raise InvalidRequest(f"{error.message}; {error.fix}") from error
    taken = found.files_of(kind).get(name)
    if taken:
        raise InvalidRequest(f'the {kind} "{name}" exists in {taken}; take another name')


def _schema(path: Path, kind: str) -> str:
    """Return the way from a file to its schema; a whole one where the file lies outside of the library."""
    schema = schema_folder() / f"{kind}.json"
    if path.is_relative_to(data_folder()):
        return Path(os.path.relpath(schema, path.parent)).as_posix()
    return schema.as_uri()


def _text(found: Library, kind: str, name: str, source: str | None, head: str) -> str:
    if source is None:
        return renamed(template(kind), kind, name, title_for(name), head)
    ids = found.files_of(kind)
    if source not in ids:
        raise InvalidRequest(f'there is no {kind} "{source}"; {suggestion(source, ids)}')
    return renamed(ids[source].read_text("utf-8"), kind, name, modeline=head)
