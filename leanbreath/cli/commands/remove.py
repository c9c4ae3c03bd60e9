"""`leanbreath remove`: removes a file of yours, and keeps a copy."""

import sys
from datetime import datetime

import click

from leanbreath.authoring.removal import plan_removal, remove_file
from leanbreath.cli.report import confirm, print_lines
from leanbreath.routine.problems import InvalidRequest
from leanbreath.userdata.library import load_library


@click.command()
@click.argument("name")
@click.option("--yes", is_flag=True, help="Remove it without asking, even if other files use it.")
def remove(name: str, yes: bool) -> None:
    """Remove a file from your library.

    Name one of your drills, routines, plans or poses. A copy is kept in the folder `removed`.
    """
    removal = plan_removal(load_library(), name)
    if removal.users and not yes:
        verb = "uses" if len(removal.users) == 1 else "use"
        raise InvalidRequest(f'{", ".join(removal.users)} {verb} "{name}"; change that first, or use --yes')
    if not yes and sys.stdin.isatty():
        confirm(f"Remove the {removal.kind} {name}?")
    print_lines([f"Removed {name}. A copy is in {remove_file(removal, datetime.now())}"])
