"""Scores and files for the tests of exports."""

from pathlib import Path

from mutagen import File

from leanbreath.export.audio import frame_count, render
from leanbreath.export.chapters import Piece
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.score.compose import compose
from leanbreath.score.recording import Recording
from leanbreath.score.score import Score
from leanbreath.sound.pack import load_pack
from tests.routine.snippets import routine_of, value_of

BANK = load_pack(bundled_folder("sounds") / "warm").bank


def bundled_score(name: str) -> Score:
    """Return the score of a bundled routine."""
    return compose(value_of(Library((bundled_folder("drills"),)).routine(name)))


def short_score() -> Score:
    """Return a score of half a minute."""
    return compose(value_of(routine_of("  - {drill: ankle-rock-wall, reps: 3 @ 2s, switch: 4s}\n")))


def render_to(score: Score, path: Path) -> list[int]:
    """Render a score to a file."""
    recording = Recording(score)
    return list(render(recording, BANK, path, Piece(0, frame_count(recording, BANK), score.title)))


def tag_texts(path: Path) -> list[str]:
    """Return every text in the tags of a file, with those of its chapters."""
    tags = File(path).tags
    if not hasattr(tags, "getall"):
        return [value for _, value in tags]
    frames = [*tags.values(), *(frame for chapter in tags.getall("CHAP") for frame in chapter.sub_frames.values())]
    return [str(text) for frame in frames for text in getattr(frame, "text", ())]
