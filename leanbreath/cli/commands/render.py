"""`leanbreath render`: a routine as an audio file, with the very cues of a session."""

import sys
from datetime import datetime
from fractions import Fraction
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from leanbreath.atomic_write import replacing
from leanbreath.authoring.resolve import resolve_routine
from leanbreath.cli.options import LengthType, heard_options
from leanbreath.cli.report import print_message, print_problems
from leanbreath.playback.audio_setup import AudioOptions, load_phrases, prepare_audio
from leanbreath.playback.interrupts import interruptible
from leanbreath.routine.problems import InvalidRequest
from leanbreath.score.compose import compose
from leanbreath.score.edit import with_timed_waits
from leanbreath.score.score import Score
from leanbreath.userdata.library import load_library
from leanbreath.userdata.settings_file import load_settings

if TYPE_CHECKING:
    from leanbreath.sound.sound_bank import SoundBank

SUFFIXES = (".wav", ".flac", ".mp3", ".ogg", ".opus")

FULL = "the disk is full, or a file may not be as large"
"""What it is that the libraries which write audio files call a system error."""


@click.command()
@click.argument("name", metavar="NAME|FILE")
@click.option(
    "-o", "--output", "path", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file."
)
@click.option("--wait", type=LengthType(), default="10s", help="How long a wait lasts.")
@heard_options
def render(name: str, path: Path, wait: Fraction, **wishes: Any) -> None:
    """Write a routine to an audio file: .wav, .flac, .mp3, .ogg or .opus, with a chapter for each step."""
    if path.suffix.lower() not in SUFFIXES:
        raise InvalidRequest(f'"{path.name}" is no audio file; end its name with one of {", ".join(SUFFIXES)}')
    own = load_settings()
    routine, warnings = resolve_routine(load_library(), name)
    print_problems(warnings)
    score = with_timed_waits(compose(routine, phrases=load_phrases(own.language)), wait)
    try:
        import mutagen  # noqa: F401 - asked for before minutes are spent on mixing
        import soundfile  # noqa: F401
    except ImportError:
        raise InvalidRequest(
            "rendering needs two more packages; install them with  pip install 'leanbreath[render]'"
        ) from None
    hearing, _ = AudioOptions(**wishes).sound_settings(own, datetime.now())
    with interruptible():
        made = prepare_audio(score, hearing, has_keys=False, on_progress=_tell)
        if made.notice:
            print_message(made.notice)
        _whole(made.score, made.bank, path, own.language)
    click.echo(path)


def _tell(number: int, numbers: int) -> None:
    """Say, before the first line, how many the voice is going to say; that may take minutes."""
    if not number:
        print_message(f"the voice says {numbers} lines for the first time")


def _whole(score: Score, bank: "SoundBank", path: Path, language: str) -> None:
    """Write the file beside its place, and put it there when it is whole."""
    from mutagen import MutagenError
    from soundfile import SoundFileError

    from leanbreath.export.audio import length, render
    from leanbreath.export.chapters import chapters, tag
    from leanbreath.playback.safety import load_safety

    try:
        with replacing(path, path.suffix.lower()) as part:
            shown = sys.stderr or StringIO()
            bar = click.progressbar(length=length(score, bank), label=score.title, file=shown)
            with bar:
                for written in render(score, bank, part):
                    bar.update(written - bar.pos)
            words = "\n".join((score.phrases.safety, *load_safety()))
            tag(part, score.title, words, chapters(score), language)
    except (OSError, SoundFileError, MutagenError) as error:
        reason = getattr(error, "strerror", None) or FULL
        raise InvalidRequest(f"cannot write {path}: {reason}") from error
