"""`leanbreath schema`: what editors need to complete and check files."""

from pathlib import Path

import click

from leanbreath.authoring.schema import FORMS
from leanbreath.authoring.schema_files import schema_text, write_schemas
from leanbreath.cli.report import print_text
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.userdata.library import load_library


@click.command()
@click.argument("kind", type=click.Choice(list(FORMS)), required=False)
@click.option(
    "--write",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write the schemas of all kinds to a folder.",
)
@click.option("--bundled", "only_bundled", is_flag=True, help="Offer only the bundled drills and routines, not yours.")
def schema(kind: str | None, folder: Path | None, only_bundled: bool) -> None:
    """Print the JSON Schema of a kind of file.

    Editors use it to complete and check what you write. It offers your own drills and routines too.
    """
    if (kind is None) == (folder is None):
        raise click.UsageError(f"name one of {', '.join(FORMS)}, or a folder with --write")
    library = Library((bundled_folder("drills"),)) if only_bundled else load_library()
    if kind:
        print_text(schema_text(kind, library))
    if folder:
        write_schemas(folder, library)
