"""The tags of an audio file: its title, what to know before it is used, and chapters, each step where it begins."""

from pathlib import Path
from typing import NamedTuple

from leanbreath.score.score import RATE, Score

MARKED = ("work", "move", "wait")

CODES = {
    "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "eo": "epo", "es": "spa", "fi": "fin",
    "fr": "fra", "hu": "hun", "it": "ita", "ja": "jpn", "ko": "kor", "nb": "nob", "nl": "nld", "no": "nor",
    "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk", "sv": "swe", "tr": "tur", "uk": "ukr", "zh": "zho",
}  # fmt: skip
"""The three letters by which ID3 calls a language, by its two."""

UNKNOWN = "XXX"
"""What stands there for any other, by the rules of ID3."""


class Chapter(NamedTuple):
    """A stretch of a file with a name; in milliseconds."""

    start: int
    end: int
    title: str


def chapters(score: Score) -> tuple[Chapter, ...]:
    """Return the chapters of a score: one for each side of each step, and for each time to get into place."""
    starts: list[tuple[int, str]] = []
    before = None
    for index, passage in enumerate(score.passages):
        same = (passage.kind, passage.step, passage.side)
        if passage.kind in MARKED and same != before:
            frame = 0 if not starts else score.passage_span(index)[0]
            starts.append((frame * 1000 // RATE, score.phrases.what(passage.title, passage.side)))
        before = same if passage.kind in MARKED else before
    ends = [start for start, _ in starts[1:]] + [score.total * 1000 // RATE]
    return tuple(Chapter(start, end, title) for (start, title), end in zip(starts, ends, strict=True))


def tag(path: Path, title: str, safety: str, each: tuple[Chapter, ...], language: str = "en") -> None:
    """Write title, safety text and chapters, in a language, into a file, by the tags of its kind."""
    if path.suffix in (".mp3", ".wav"):
        _id3(path, title, safety, each, CODES.get(language.partition("-")[0], UNKNOWN))
    else:
        _comments(path, title, safety, each)


def _id3(path: Path, title: str, safety: str, each: tuple[Chapter, ...], code: str) -> None:
    from mutagen.id3 import CHAP, COMM, CTOC, TIT2, CTOCFlags
    from mutagen.mp3 import MP3
    from mutagen.wave import WAVE

    file = MP3(path) if path.suffix == ".mp3" else WAVE(path)
    if file.tags is None:
        file.add_tags()
    file.tags.add(TIT2(text=[title]))
    file.tags.add(COMM(lang=code, desc="", text=[safety]))
    names = [f"c{number}" for number in range(len(each))]
    flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
    file.tags.add(CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=[]))
    for name, chapter in zip(names, each, strict=True):
        frames = [TIT2(text=[chapter.title])]
        file.tags.add(CHAP(element_id=name, start_time=chapter.start, end_time=chapter.end, sub_frames=frames))
    file.save()


def _comments(path: Path, title: str, safety: str, each: tuple[Chapter, ...]) -> None:
    from mutagen import File

    file = File(path)
    file["title"] = title
    file["comment"] = safety
    for number, chapter in enumerate(each, 1):
        file[f"CHAPTER{number:03}"] = _clock(chapter.start)
        file[f"CHAPTER{number:03}NAME"] = chapter.title
    file.save()


def _clock(milliseconds: int) -> str:
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"
