"""`leanbreath cues`: the cue sheet of a routine."""

from fractions import Fraction

import click

from leanbreath.authoring.resolve import resolve_routine
from leanbreath.cli.fitting import fitted_with_message
from leanbreath.cli.options import FIT, OWN_BREATH
from leanbreath.cli.report import print_data, print_lines, print_problems
from leanbreath.playback.audio_setup import load_phrases
from leanbreath.score import cue_sheet
from leanbreath.score.compose import compose
from leanbreath.score.own_breath import with_own_breath
from leanbreath.userdata.library import load_library
from leanbreath.userdata.settings_file import load_settings_or_defaults


@click.command()
@click.argument("name", metavar="NAME|FILE")
@click.option("--json", "as_json", is_flag=True, help="Print segments and cues as data, in frames.")
@FIT
@OWN_BREATH
def cues(name: str, as_json: bool, fit: Fraction | None, own_breath: Fraction | None) -> None:
    """Print the cue sheet of a routine.

    It has every segment and every cue with its time.
    """
    settings, problems = load_settings_or_defaults()
    routine, warnings = resolve_routine(load_library(), name)
    print_problems((*problems, *warnings))
    score = with_own_breath(
        compose(fitted_with_message(routine, fit), phrases=load_phrases(settings.language)), own_breath
    )
    if as_json:
        print_data(cue_sheet.data(score))
    else:
        print_lines(cue_sheet.text(score))
