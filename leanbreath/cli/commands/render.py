"""`leanbreath render`: a routine as an audio file, with the same cues as a session."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import click

from leanbreath.authoring.resolve import resolve_routine
from leanbreath.cli.fitting import fitted_with_message
from leanbreath.cli.options import FIT, OWN_BREATH, LengthType, sound_options
from leanbreath.cli.report import print_lines, print_message, print_problems, progress_bar
from leanbreath.export.audio_file import require_exportable, write_audio_file
from leanbreath.playback.audio_setup import AudioOptions, load_phrases, prepare_audio
from leanbreath.playback.interrupts import interruptible
from leanbreath.playback.safety_text import load_safety
from leanbreath.score.compose import compose
from leanbreath.score.edit import with_timed_waits
from leanbreath.score.opening_gap import with_opening_gap
from leanbreath.score.own_breath import with_own_breath
from leanbreath.userdata.library import load_library
from leanbreath.userdata.settings_file import load_settings


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
    """Write a routine to an audio file.

    The file can be .wav, .flac, .mp3, .ogg or .opus. It has a chapter for each step.
    """
    require_exportable(path)
    settings = load_settings()
    routine, warnings = resolve_routine(load_library(), name)
    print_problems(warnings)
    routine = fitted_with_message(routine, fit)
    composed = with_own_breath(compose(routine, phrases=load_phrases(settings.language)), own_breath)
    score = with_opening_gap(with_timed_waits(composed, wait))
    sound, _ = audio.sound_settings(settings, datetime.now())
    with interruptible():
        prepared = prepare_audio(score, sound, settings.language, has_keys=False, on_progress=_announce_speech)
        if prepared.notice:
            print_message(prepared.notice)
        comment = "\n".join((score.phrases.safety, *load_safety()))
        with closing(write_audio_file(prepared.score, prepared.bank, path, comment, settings.language)) as written:
            _show_progress(written, prepared.score.title)
    print_lines([str(path)])


def _announce_speech(number: int, count: int) -> None:
    """Say how many lines are spoken for the first time, before the first of them; that may take minutes."""
    if not number:
        print_message(f"preparing the voice: {count} new lines")


def _show_progress(written: Iterator[int], title: str) -> None:
    """Show a progress bar on standard error while frames are written; their number in all comes first."""
    with progress_bar(title, next(written)) as bar:
        for frames in written:
            bar.update(frames - bar.pos)
