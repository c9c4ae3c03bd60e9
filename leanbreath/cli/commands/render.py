"""`leanbreath render`: a routine as a file to take along."""

from fractions import Fraction
from pathlib import Path

import click

from leanbreath.authoring.resolve import resolve_routine
from leanbreath.cli.fitting import fitted_with_message
from leanbreath.cli.options import FIT, OWN_BREATH, LengthType, sound_options
from leanbreath.cli.report import print_lines, print_message, print_problems, show_progress
from leanbreath.playback.audio_setup import AudioOptions
from leanbreath.take_along.options import Options, Report
from leanbreath.take_along.writers import writer
from leanbreath.userdata.library import load_library


@click.command()
@click.argument("name", metavar="NAME|FILE")
@click.option(
    "-o", "--output", "path", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to write."
)
@click.option("--wait", type=LengthType(), default="10s", help="How long a wait lasts.")
@FIT
@OWN_BREATH
@sound_options
def render(
    name: str, path: Path, wait: Fraction, fit: Fraction | None, own_breath: Fraction | None, audio: AudioOptions
) -> None:
    """Write a routine to a file to take along.

    Audio can be .wav, .flac, .mp3, .ogg or .opus, with a chapter for each step. A card of one page can be .pdf, .svg or
    .md.
    """
    write = writer(path)
    routine, warnings = resolve_routine(load_library(), name)
    print_problems(warnings)
    routine = fitted_with_message(routine, fit)
    written = write(routine, path, Options(audio, wait, own_breath), Report(print_message, show_progress))
    print_lines(map(str, written))
