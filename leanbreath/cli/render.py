"""`leanbreath render`: a routine as an audio file, with the very cues of a session."""

import sys
import tempfile
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from leanbreath.cli import finding
from leanbreath.cli.faults import Mistake, say
from leanbreath.cli.folders import library, settings
from leanbreath.cli.hearing import Wishes, heard, heard_options, phrases
from leanbreath.cli.lengths import LengthType
from leanbreath.score.compose import compose
from leanbreath.score.edit import with_waits
from leanbreath.score.score import Score

if TYPE_CHECKING:
    from leanbreath.sound.kit import Kit

SUFFIXES = (".wav", ".flac", ".mp3", ".ogg", ".opus")


@click.command()
@click.argument("name", metavar="NAME|FILE")
@click.option(
    "-o", "--output", "path", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file."
)
@click.option("--wait", type=LengthType(), default="10s", help="How long a wait lasts.")
@heard_options
def render(name: str, path: Path, wait: Fraction, **wishes: Any) -> None:
    """Write a routine to an audio file: .wav, .flac, .mp3, .ogg or .opus, with a chapter for each step."""
    if path.suffix not in SUFFIXES:
        raise Mistake(f'"{path.name}" is no audio file; end its name with one of {", ".join(SUFFIXES)}')
    own = settings()
    score = with_waits(compose(finding.routine(library(), name), phrases=phrases(own.language)), wait)
    try:
        import mutagen  # noqa: F401 - asked for before minutes are spent on mixing
        import soundfile  # noqa: F401
    except ImportError:
        raise Mistake(
            "rendering needs two more packages; install them with  pip install 'leanbreath[render]'"
        ) from None
    hearing, _ = Wishes(**wishes).hearing(own, datetime.now())
    made = heard(score, hearing, keys=False)
    if made.notice:
        say([f"leanbreath: {made.notice}"])
    _whole(made.score, made.kit, path)
    click.echo(path)


def _whole(score: Score, kit: "Kit", path: Path) -> None:
    """Write the file beside its place, and put it there when it is whole."""
    from soundfile import SoundFileError

    from leanbreath.cli.stage import safety
    from leanbreath.takeaway.audio import length, render
    from leanbreath.takeaway.chapters import chapters, tag

    try:
        with tempfile.TemporaryDirectory(dir=path.resolve().parent, prefix=".leanbreath-") as folder:
            beside = Path(folder) / f"part{path.suffix}"
            bar = click.progressbar(length=length(score, kit), label=score.title, file=sys.stderr)
            with bar:
                for written in render(score, kit, beside):
                    bar.update(written - bar.pos)
            tag(beside, score.title, "\n".join((score.phrases.safety, *safety())), chapters(score))
            beside.replace(path.resolve())
    except (OSError, SoundFileError) as error:
        raise Mistake(f"{path} cannot be written: {getattr(error, 'strerror', None) or error}") from error
