"""`leanbreath plan`: the cue sheet of a routine."""

import json

import click

from leanbreath.cli import finding
from leanbreath.cli.faults import say
from leanbreath.cli.folders import library, settings_or_defaults
from leanbreath.cli.hearing import phrases
from leanbreath.cli.report import escaped, problem_lines
from leanbreath.score import sheet
from leanbreath.score.compose import compose


@click.command()
@click.argument("name", metavar="NAME|FILE")
@click.option("--json", "as_json", is_flag=True, help="Print segments and cues as data, in frames.")
def plan(name: str, as_json: bool) -> None:
    """Print every segment and cue of a routine with its time."""
    own, problems = settings_or_defaults()
    say(line for problem in problems for line in problem_lines(problem))
    score = compose(finding.routine(library(), name), phrases=phrases(own.language))
    if as_json:
        click.echo(json.dumps(sheet.data(score), indent=1))
        return
    for line in sheet.text(score):
        click.echo(escaped(line))
