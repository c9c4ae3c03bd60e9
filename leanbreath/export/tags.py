"""The tags of an audio file: its title, the safety text, and a chapter for each step."""

from pathlib import Path
from typing import NamedTuple

from leanbreath.score.score import RATE, Score

CHAPTER_KINDS = ("work", "move", "wait")

LANGUAGE_CODES = {
    "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "eo": "epo", "es": "spa", "fi": "fin",
    "fr": "fra", "hu": "hun", "it": "ita", "ja": "jpn", "ko": "kor", "nb": "nob", "nl": "nld", "no": "nor",
    "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk", "sv": "swe", "tr": "tur", "uk": "ukr", "zh": "zho",
}  # fmt: skip
"""The ISO 639-2 code of a language, which ID3 uses, by its two-letter code."""

UNKNOWN_LANGUAGE = "XXX"
"""What ID3 writes for any other language."""


class Chapter(NamedTuple):
    """A named part of an audio file."""

    start_ms: int
    end_ms: int
    title: str


def chapters(score: Score) -> tuple[Chapter, ...]:
    """Return the chapters of a score: one for each side of each step, each move and each wait."""
    starts: list[tuple[int, str]] = []
    before = None
    for index, passage in enumerate(score.passages):
        same = (passage.kind, passage.step, passage.side)
        if passage.kind in CHAPTER_KINDS and same != before:
            frame = 0 if not starts else score.passage_span(index)[0]
            starts.append((frame * 1000 // RATE, score.phrases.what(passage.title, passage.side)))
        before = same if passage.kind in CHAPTER_KINDS else before
    ends = [start for start, _ in starts[1:]] + [score.total * 1000 // RATE]
    return tuple(Chapter(start, end, title) for (start, title), end in zip(starts, ends, strict=True))


def write_tags(path: Path, title: str, comment: str, chapters: tuple[Chapter, ...], language: str = "en") -> None:
    """Write title, comment and chapters to a file, as ID3 tags or Vorbis comments by its suffix."""
    if path.suffix in (".mp3", ".wav"):
        _write_id3(path, title, comment, chapters, LANGUAGE_CODES.get(language.partition("-")[0], UNKNOWN_LANGUAGE))
    else:
        _write_vorbis(path, title, comment, chapters)


def _write_id3(path: Path, title: str, comment: str, chapters: tuple[Chapter, ...], code: str) -> None:
    from mutagen.id3 import CHAP, COMM, CTOC, TIT2, CTOCFlags
    from mutagen.mp3 import MP3
    from mutagen.wave import WAVE

    file = MP3(path) if path.suffix == ".mp3" else WAVE(path)
    if file.tags is None:
        file.add_tags()
    file.tags.add(TIT2(text=[title]))
    file.tags.add(COMM(lang=code, desc="", text=[comment]))
    names = [f"c{number}" for number in range(len(chapters))]
    flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
    file.tags.add(CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=[]))
    for name, chapter in zip(names, chapters, strict=True):
        frames = [TIT2(text=[chapter.title])]
        file.tags.add(CHAP(element_id=name, start_time=chapter.start_ms, end_time=chapter.end_ms, sub_frames=frames))
    file.save()


def _write_vorbis(path: Path, title: str, comment: str, chapters: tuple[Chapter, ...]) -> None:
    from mutagen import File

    file = File(path)
    file["title"] = title
    file["comment"] = comment
    for number, chapter in enumerate(chapters, 1):
        file[f"CHAPTER{number:03}"] = _chapter_time(chapter.start_ms)
        file[f"CHAPTER{number:03}NAME"] = chapter.title
    file.save()


def _chapter_time(milliseconds: int) -> str:
    """Return a time in the form of Vorbis chapters: `00:01:59.000`."""
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"
