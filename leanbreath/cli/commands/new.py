"""`leanbreath new`: a file to start from, in your own library."""

from pathlib import Path

import click

from leanbreath.authoring.create_file import create_file
from leanbreath.authoring.file_templates import FOLDERS
from leanbreath.cli.report import print_lines, print_to_stderr
from leanbreath.userdata.library import load_library


@click.command()
@click.argument("kind", type=click.Choice(list(FOLDERS)))
@click.argument("name")
@click.option("--from", "source", metavar="ID", help="Copy this one instead of a commented example.")
@click.option(
    "--in",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Create it in this folder instead of your own library.",
)
def new(kind: str, name: str, source: str | None, folder: Path | None) -> None:
    """Create a drill, routine, plan or pose.

    You get a commented example that already works. Edit it to make it yours.
    """
    path = create_file(load_library(), kind, name, source, folder)
    print_lines([str(path)])
    print_to_stderr([f"Preview it while you edit:  leanbreath watch {path}"])
