"""`leanbreath render`: a routine as a file to take along."""

from fractions import Fraction
from pathlib import Path

import click

from leanbreath.authoring.resolve import resolve_routine
from leanbreath.cli.fitting import fitted_with_message
from leanbreath.cli.options import FIT, OWN_BREATH, GapType, LengthType, sound_options
from leanbreath.cli.report import print_lines, print_message, print_problems, show_progress
from leanbreath.playback.audio_setup import AudioOptions
from leanbreath.routine.model import Routine
from leanbreath.score.compose import compose
from leanbreath.score.lean_gaps import added_seconds, has_lean_drill
from leanbreath.score.phrases import ENGLISH
from leanbreath.take_along.options import Options, Report
from leanbreath.take_along.writers import require_options, writer
from leanbreath.userdata.library import load_library


@click.command()
@click.argument("name", metavar="NAME|FILE")
@click.option(
    "-o", "--output", "path", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to write."
)
@click.option("--wait", type=LengthType(), help="How long a wait lasts in a recording, with its words (30s).")
@click.option("--gap", type=GapType(), default="0s", help="The least time before each lean drill, such as 10s.")
@click.option("--split", is_flag=True, help="Write a folder with a file for each step: -o lab.mp3 makes lab/.")
@FIT
@OWN_BREATH
@sound_options
def render(
    name: str,
    path: Path,
    wait: Fraction | None,
    gap: Fraction,
    split: bool,
    fit: Fraction | None,
    own_breath: Fraction | None,
    audio: AudioOptions,
) -> None:
    """Write a routine to a file to take along.

    A web page is .html: one file that plays the routine with sound and moving figures, offline too. Audio can be .wav,
    .flac, .mp3, .ogg or .opus, with a spoken introduction and a chapter for each step. A card of one page can be .pdf,
    .svg or .md.
    """
    write = writer(path)
    library = load_library()
    routine, warnings = resolve_routine(library, name)
    print_problems(warnings)
    options = Options(audio, wait, own_breath, fit, gap, split, library)
    require_options(path, options)
    routine = _fitted(routine, fit, gap)
    written = write(routine, path, options, Report(print_message, show_progress))
    print_lines(map(str, written))


def _fitted(routine: Routine, fit: Fraction | None, gap: Fraction) -> Routine:
    """Return a routine that fits with the gaps before its lean drills."""
    passages = compose(routine).passages if gap else ()
    if gap and not has_lean_drill(passages):
        print_message(f"{routine.title} has no lean drills; --gap changes nothing")
    return fitted_with_message(routine, fit, added_seconds(passages, gap, ENGLISH))
