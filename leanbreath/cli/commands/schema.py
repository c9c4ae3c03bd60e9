"""`leanbreath schema`: what editors need to complete and check the files of authors."""

import json
from pathlib import Path

import click

from leanbreath.atomic_write import save
from leanbreath.authoring.schema import FORMS, schema
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.userdata.library import load_library
from leanbreath.userdata.paths import data_folder


@click.command("schema")
@click.argument("kind", type=click.Choice(list(FORMS)), required=False)
@click.option(
    "--write",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write the schemas of all kinds into a folder.",
)
@click.option("--bundled", "only_bundled", is_flag=True, help="Know only the drills and routines that come with it.")
def print_schema(kind: str | None, folder: Path | None, only_bundled: bool) -> None:
    """Print the JSON Schema of drills, routines, plans and other files; it knows your drills and routines."""
    if (kind is None) == (folder is None):
        raise click.UsageError(f"name one of {', '.join(FORMS)}, or a folder to write all of them into")
    found = Library((bundled_folder("drills"),)) if only_bundled else load_library()
    if kind:
        click.echo(text(kind, found), nl=False)
    if folder:
        write(folder, found)


def write(folder: Path, found: Library) -> None:
    """Write the schemas of all kinds into a folder."""
    for kind in FORMS:
        save(folder / f"{kind}.json", text(kind, found))


def schema_folder() -> Path:
    """Return the folder of the schemas that know what is the user's."""
    return data_folder() / "drills" / "schema"


def write_schemas() -> None:
    """Write the schemas of the user's library anew."""
    write(schema_folder(), load_library())


def text(kind: str, found: Library) -> str:
    """Return a schema as text."""
    drills = {name: found.drill(name).value for name in sorted(found.drill_files)}
    routines = {name: found.routine(name).value for name in sorted(found.routine_files)}
    known = {
        "drill": {name: drill.title for name, drill in drills.items() if drill},
        "routine": {name: routine.title for name, routine in routines.items() if routine},
    }
    made = schema(kind, known)
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"
