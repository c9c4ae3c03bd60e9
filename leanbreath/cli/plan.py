"""`leanbreath plan`: the cue sheet of a routine."""

import json

import click

from leanbreath.cli import finding
from leanbreath.cli.folders import library
from leanbreath.cli.report import escaped
from leanbreath.score import sheet
from leanbreath.score.compose import compose


@click.command()
@click.argument("name", metavar="NAME|FILE")
@click.option("--json", "as_json", is_flag=True, help="Print segments and cues as data, in frames.")
def plan(name: str, as_json: bool) -> None:
    """Print every segment and cue of a routine with its time."""
    score = compose(finding.routine(library(), name))
    if as_json:
        click.echo(json.dumps(sheet.data(score), indent=1))
        return
    for line in sheet.text(score):
        click.echo(escaped(line))
