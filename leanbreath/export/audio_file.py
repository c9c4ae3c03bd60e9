"""A whole audio file: its sound, title, safety text and chapters, written completely or not at all."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from leanbreath.atomic_write import errors_reported, replacing
from leanbreath.routine.problems import InvalidRequest
from leanbreath.score.score import Score

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


def write_audio_file(
    score: Score, bank: "SoundBank", path: Path, comment: str, language: str
) -> Generator[int, None, None]:
    """Write a score to an audio file; yield the frames in all, then the frames written after each block.

    Raise `InvalidRequest` if the file can't be written. Closing it early leaves no file.
    """
    from leanbreath.export.audio import frame_count, render
    from leanbreath.export.chapters import chapters
    from leanbreath.export.tags import write_tags

    with _reported(path), replacing(path, path.suffix.lower()) as part:
        yield frame_count(score, bank)
        yield from render(score, bank, part)
        write_tags(part, score.title, comment, chapters(score), language)


@contextmanager
def _reported(path: Path) -> Iterator[None]:
    from mutagen import MutagenError
    from soundfile import SoundFileError

    try:
        with errors_reported(path):
            yield
    except (SoundFileError, MutagenError) as error:
        raise InvalidRequest(f"cannot write {path}: {NO_SPACE}") from error
