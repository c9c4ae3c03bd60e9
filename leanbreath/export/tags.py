"""The tags of an audio file: its title, the safety text and its chapters."""

from collections.abc import Sequence
from pathlib import Path

from leanbreath.export.chapters import Chapter
from leanbreath.export.id3_chapters import chapter_frames
from leanbreath.unsafe_characters import without_unsafe

LANGUAGE_CODES = {
    "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "eo": "epo", "es": "spa", "fi": "fin",
    "fr": "fra", "hu": "hun", "it": "ita", "ja": "jpn", "ko": "kor", "nb": "nob", "nl": "nld", "no": "nor",
    "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk", "sv": "swe", "tr": "tur", "uk": "ukr", "zh": "zho",
}  # fmt: skip
"""The ISO 639-2 code of a language, which ID3 uses, by its two-letter code."""

MOST_VORBIS_CHAPTERS = 999
"""The most chapters that Vorbis comments can number; the last of them lasts to the end."""

UNKNOWN_LANGUAGE = "XXX"
"""What ID3 writes for any other language."""


def write_tags(path: Path, title: str, comment: str, chapters: Sequence[Chapter], language: str = "en") -> None:
    """Write title, comment and chapters to a file, as ID3 tags or Vorbis comments by its suffix."""
    title, comment = without_unsafe(title), without_unsafe(comment)
    chapters = [chapter._replace(title=without_unsafe(chapter.title)) for chapter in chapters]
    if path.suffix in (".mp3", ".wav"):
        _write_id3(path, title, comment, chapters, LANGUAGE_CODES.get(language.partition("-")[0], UNKNOWN_LANGUAGE))
    else:
        _write_vorbis(path, title, comment, chapters)


def _write_id3(path: Path, title: str, comment: str, chapters: Sequence[Chapter], code: str) -> None:
    from mutagen.id3 import COMM, TIT2
    from mutagen.mp3 import MP3
    from mutagen.wave import WAVE

    file = MP3(path) if path.suffix == ".mp3" else WAVE(path)
    file.tags = None  # for a long title LAME has written tags of an older version, to which no chapters are added
    file.add_tags()
    file.tags.add(TIT2(text=[title]))
    file.tags.add(COMM(lang=code, desc="", text=[comment]))
    file.tags.unknown_frames = list(chapter_frames(chapters))
    file.save()


def _write_vorbis(path: Path, title: str, comment: str, chapters: Sequence[Chapter]) -> None:
    from mutagen import File

    file = File(path)
    file["title"] = title
    file["comment"] = comment
    for number, chapter in enumerate(chapters[:MOST_VORBIS_CHAPTERS], 1):
        file[f"CHAPTER{number:03}"] = _chapter_time(chapter.start_ms)
        file[f"CHAPTER{number:03}NAME"] = chapter.title
    file.save()


def _chapter_time(milliseconds: int) -> str:
    """Return a time in the form of Vorbis chapters: `00:01:59.000`."""
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"
