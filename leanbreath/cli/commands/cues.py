"""`leanbreath cues`: the cue sheet of a routine."""

import json

import click

from leanbreath.authoring import resolve
from leanbreath.playback.audio_setup import phrases
from leanbreath.presentation.report import escaped, problem_lines
from leanbreath.score import cue_sheet
from leanbreath.score.compose import compose
from leanbreath.userdata.library import load_library
from leanbreath.userdata.messages import say
from leanbreath.userdata.settings_file import load_settings_or_defaults


@click.command()
@click.argument("name", metavar="NAME|FILE")
@click.option("--json", "as_json", is_flag=True, help="Print segments and cues as data, in frames.")
def cues(name: str, as_json: bool) -> None:
    """Print every segment and cue of a routine with its time."""
    own, problems = load_settings_or_defaults()
    say(line for problem in problems for line in problem_lines(problem))
    score = compose(resolve.routine(load_library(), name), phrases=phrases(own.language))
    if as_json:
        click.echo(json.dumps(cue_sheet.data(score), indent=1))
        return
    for line in cue_sheet.text(score):
        click.echo(escaped(line))
