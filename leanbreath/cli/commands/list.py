"""`leanbreath list`: every routine, drill or pose, one a line."""

from typing import TYPE_CHECKING, Any, get_args

import click

from leanbreath.authoring.routine_index import routine_listing
from leanbreath.cli.report import print_data, print_lines, print_message, print_problems
from leanbreath.presentation.terminal_text import align_columns
from leanbreath.routine.vocabulary import SessionType

if TYPE_CHECKING:
    from leanbreath.presentation.listing import Listing
    from leanbreath.routine.library import Library

KINDS = ", ".join(get_args(SessionType))


@click.command("list")
@click.option(
    "--for",
    "kind",
    metavar="KIND",
    type=click.Choice(get_args(SessionType)),
    help=f"List only routines of a kind: {KINDS}.",
)
@click.option("--drills", "what", flag_value="drills", help="List drills instead of routines.")
@click.option("--poses", "what", flag_value="poses", help="List poses instead of routines.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as data.")
def list_(kind: str | None, what: str | None, as_json: bool) -> int:
    """List routines, drills or poses.

    Routines come with their lengths. Yours are marked.
    """
    if what and kind:
        raise click.UsageError(f"--for filters routines; --{what} lists {what}")
    found, problems = _listing(what)
    rows = [row for row in found if kind is None or row.kind == kind]
    print_problems(problems)
    if as_json:
        print_data([row.data() for row in rows], 2)
        return 0
    print_lines(align_columns([row.cells() for row in rows]))
    if not rows:
        print_message(f'no routine is for "{kind}"' if kind else f"no {what or 'routines'} yet")
    return 0 if rows else 1


def _listing(what: str | None) -> "Listing[Any]":
    if what is None:
        return routine_listing(_load_library)
    from leanbreath.authoring.catalogue import list_drills, list_poses

    return (list_drills if what == "drills" else list_poses)(_load_library())


def _load_library() -> "Library":
    from leanbreath.userdata.library import load_library  # imported here, as the index of routines needs no library

    return load_library()
