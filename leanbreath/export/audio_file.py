"""A whole audio file: its sound, title, safety text and chapters, written completely or not at all."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from leanbreath.atomic_write import errors_reported, replacing
from leanbreath.export.chapters import Piece, chapters
from leanbreath.export.tags import Tags, write_tags
from leanbreath.routine.problems import InvalidRequest
from leanbreath.score.recording import Recording

if TYPE_CHECKING:
    from leanbreath.sound.sound_bank import SoundBank

NO_SPACE = "the disk is full, or the file is too large"
"""What an error without a reason means in the libraries that write audio files."""


def require_audio_packages() -> None:
    """Raise `InvalidRequest` if a package that writes audio files is missing."""
    if any(find_spec(package) is None for package in ("soundfile", "mutagen")):
        raise InvalidRequest("audio files need two more packages; install them with  pip install 'leanbreath[render]'")
    try:
        import soundfile  # noqa: F401 - on some systems it comes without its library
    except (ImportError, OSError) as error:
        raise InvalidRequest(
            f"audio files need the library libsndfile; install it with your system ({error})"
        ) from error


def write_audio_file(recording: Recording, bank: "SoundBank", path: Path, tags: Tags) -> Generator[int, None, None]:
    """Write a recording to an audio file with its chapters; yield the frames in all, then those after each block.

    Raise `InvalidRequest` if the file can't be written. Closing it early leaves no file.
    """
    from leanbreath.export.audio import frame_count, render

    frames = frame_count(recording, bank)
    with errors_of_audio(path), replacing(path, path.suffix.lower()) as part:
        yield frames
        yield from render(recording, bank, part, Piece(0, frames, tags.title))
        write_tags(part, replace(tags, chapters=chapters(recording)))


@contextmanager
def errors_of_audio(path: Path) -> Iterator[None]:
    """Raise `InvalidRequest` where audio can't be written, which says why."""
    from mutagen import MutagenError
    from soundfile import SoundFileError

    try:
        with errors_reported(path):
            yield
    except (SoundFileError, MutagenError) as error:
        raise InvalidRequest(f"cannot write {path}: {NO_SPACE}") from error
