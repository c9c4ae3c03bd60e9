"""`leanbreath plan`: a training plan, week by week."""

import click

from leanbreath.cli.commands.show import print_page
from leanbreath.routine.problems import InvalidRequest, suggestion
from leanbreath.userdata.library import load_library


@click.command()
@click.argument("name", required=False)
def plan(name: str | None) -> None:
    """Show a training plan week by week; without a name, list the plans."""
    found = load_library()
    if name is None:
        for id in found.plan_files:
            click.echo(id)
        return
    if name not in found.plan_files:
        raise InvalidRequest(
            f'no plan "{name}"; {suggestion(name, found.plan_files)}; leanbreath cues prints a cue sheet'
        )
    print_page(found, name)
