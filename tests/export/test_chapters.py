"""Chapters as ffprobe reads them back: in the order of time, as the score has them, also once they are converted."""

from fractions import Fraction
from pathlib import Path

import pytest
from numpy import zeros
from soundfile import SoundFile

from leanbreath.export.audio import frame_count
from leanbreath.export.audio_file import write_audio_file
from leanbreath.export.chapters import Chapter, chapters
from leanbreath.export.cover import cover
from leanbreath.export.formats import FORMATS
from leanbreath.export.tags import Tags, write_tags
from leanbreath.score.compose import compose
from leanbreath.score.recording import Recording, introduction_texts, recorded_introduction, recorded_score
from leanbreath.score.score import RATE, Score
from tests.export.ffmpeg import differences, read_chapters, read_covers, to_audiobook
from tests.export.making import BANK, bundled_score
from tests.routine.snippets import routine_of, value_of

pytestmark = pytest.mark.ffmpeg

LEAN = """\
  - {drill: march, time: 5s}
  - {wait: "Go out. Press space."}
  - {drill: micro-ankle-lean, reps: 2 @ 2s, ready: 2s}
  - {drill: fall-forward-start, reps: 1 @ 6s}
"""
SHORT = """\
  - {drill: ankle-rock-wall, reps: 3 @ 2s, switch: 4s}
  - {wait: "This takes no time, and so it has no chapter."}
  - {move: "To the other wall.", time: 3s}
  - repeat: 2
    steps: [{drill: march, time: 5s}, {rest: 2s}, {drill: head-glide, reps: 2 @ 1.5s}]
"""
RECORDINGS = {
    "desk-reset-4": lambda: Recording(bundled_score("desk-reset-4")),
    "short": lambda: Recording(compose(value_of(routine_of(SHORT)))),
    "introduced, with gaps": lambda: introduced(
        recorded_score(compose(value_of(routine_of(LEAN))), Fraction(2), Fraction(5))
    ),
}
COVER = cover(None, "Title")
ODD = (
    "A title that is far longer than the others, so that it takes the most bytes of all of them",
    "x",
    "Hüfte, links → 髋部",
    "a = b; c # d \\ e",
    "🏃 run",
    '"quoted" & <b>',
    "CHAPTER002NAME=no",
)


def introduced(score: Score) -> Recording:
    return Recording(score, recorded_introduction(score, introduction_texts(score)))


def silent_file(path: Path, made: tuple[Chapter, ...]) -> Path:
    """Write silence with chapters."""
    format, subtype = FORMATS[path.suffix]
    with SoundFile(path, "w", 8000, 1, subtype, format=format) as file:
        for chapter in made:
            file.write(zeros((chapter.end_ms - chapter.start_ms) * 8))
    write_tags(path, Tags("Title", "Comment", chapters=made))
    return path


def row(titles: list[str], length_ms: int) -> tuple[Chapter, ...]:
    """Return chapters of the same length."""
    return tuple(Chapter(length_ms * number, length_ms * (number + 1), title) for number, title in enumerate(titles))


@pytest.mark.parametrize("name", RECORDINGS)
@pytest.mark.parametrize("suffix", FORMATS)
def test_the_chapters_of_a_file_are_those_of_the_score(tmp_path: Path, name: str, suffix: str) -> None:
    recording, path = RECORDINGS[name](), tmp_path / f"x{suffix}"
    assert list(write_audio_file(recording, BANK, path, Tags("Title", "Comment", cover=COVER)))
    end_ms = frame_count(recording, BANK) * 1000 // RATE
    assert differences(path, chapters(recording), end_ms) == []
    assert differences(to_audiobook(path), chapters(recording), end_ms) == []
    assert read_covers(path) == [("png", 600, 600)]


@pytest.mark.parametrize("suffix", FORMATS)
def test_titles_are_kept_letter_by_letter(tmp_path: Path, suffix: str) -> None:
    path = silent_file(tmp_path / f"x{suffix}", row([*ODD], 1000))
    assert [each.title for each in read_chapters(path)] == [*ODD]
    assert [each.title for each in read_chapters(to_audiobook(path))] == [*ODD]


@pytest.mark.parametrize("suffix", FORMATS)
def test_six_hundred_chapters_are_stored_in_order(tmp_path: Path, suffix: str) -> None:
    made = row([f"Round {number} of {'x' * (number % 7)}" for number in range(600)], 100)
    path = silent_file(tmp_path / f"x{suffix}", made)
    assert differences(path, made, made[-1].end_ms) == []
