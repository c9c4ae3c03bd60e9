"""`leanbreath cues`: the cue sheet of a routine."""

import click

from leanbreath.authoring.resolve import resolve_routine
from leanbreath.cli.report import print_data, print_lines, print_problems
from leanbreath.playback.audio_setup import load_phrases
from leanbreath.score import cue_sheet
from leanbreath.score.compose import compose
from leanbreath.userdata.library import load_library
from leanbreath.userdata.settings_file import load_settings_or_defaults


@click.command()
@click.argument("name", metavar="NAME|FILE")
@click.option("--json", "as_json", is_flag=True, help="Print segments and cues as data, in frames.")
def cues(name: str, as_json: bool) -> None:
    """Print the cue sheet of a routine.

    It has every segment and every cue with its time.
    """
    settings, problems = load_settings_or_defaults()
    routine, warnings = resolve_routine(load_library(), name)
    print_problems((*problems, *warnings))
    score = compose(routine, phrases=load_phrases(settings.language))
    if as_json:
        print_data(cue_sheet.data(score))
    else:
        print_lines(cue_sheet.text(score))
