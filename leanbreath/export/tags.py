"""The tags of an audio file: its title, the safety text, its chapters, its cover, and its place among others."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from leanbreath.export.chapters import Chapter
from leanbreath.export.id3_chapters import chapter_frames
from leanbreath.unsafe_characters import without_unsafe

if TYPE_CHECKING:
    from mutagen.flac import Picture

PNG, FRONT_COVER = "image/png", 3
"""The type of a picture, and what it shows, in the terms of ID3, which FLAC shares."""

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


class Track(NamedTuple):
    """Where a file stands among several: its number, how many there are, and what they belong to."""

    number: int
    of: int
    album: str


@dataclass(frozen=True)
class Tags:
    """What a file says about itself; `cover` is a picture as PNG."""

    title: str
    comment: str = ""
    language: str = "en"
    chapters: Sequence[Chapter] = ()
    cover: bytes = b""
    track: Track | None = None

    @property
    def safe(self) -> "Tags":
        """The same without characters that no text needs."""
        chapters = [chapter._replace(title=without_unsafe(chapter.title)) for chapter in self.chapters]
        track = self.track and self.track._replace(album=without_unsafe(self.track.album))
        title, comment = without_unsafe(self.title), without_unsafe(self.comment)
        return replace(self, title=title, comment=comment, chapters=chapters, track=track)

    @property
    def language_code(self) -> str:
        """The code of the language for ID3."""
        return LANGUAGE_CODES.get(self.language.partition("-")[0], UNKNOWN_LANGUAGE)


def write_tags(path: Path, tags: Tags) -> None:
    """Write tags to a file, as ID3 tags or Vorbis comments by its suffix."""
    (_write_id3 if path.suffix in (".mp3", ".wav") else _write_vorbis)(path, tags.safe)


def _write_id3(path: Path, tags: Tags) -> None:
    from mutagen.id3 import APIC, COMM, TALB, TIT2, TRCK
    from mutagen.mp3 import MP3
    from mutagen.wave import WAVE

    file = MP3(path) if path.suffix == ".mp3" else WAVE(path)
    file.tags = None  # for a long title LAME has written tags of an older version, to which no chapters are added
    file.add_tags()
    file.tags.add(TIT2(text=[tags.title]))
    file.tags.add(COMM(lang=tags.language_code, desc="", text=[tags.comment]))
    if tags.track:
        file.tags.add(TALB(text=[tags.track.album]))
        file.tags.add(TRCK(text=[f"{tags.track.number}/{tags.track.of}"]))
    if tags.cover:
        file.tags.add(APIC(mime=PNG, type=FRONT_COVER, desc="", data=tags.cover))
    file.tags.unknown_frames = list(chapter_frames(tags.chapters)) if tags.chapters else []
    file.save()


def _write_vorbis(path: Path, tags: Tags) -> None:
    from mutagen import File

    file = File(path)
    file["title"] = tags.title
    file["comment"] = tags.comment
    if tags.track:
        file["album"] = tags.track.album
        file["tracknumber"], file["tracktotal"] = str(tags.track.number), str(tags.track.of)
    for number, chapter in enumerate(tags.chapters[:MOST_VORBIS_CHAPTERS], 1):
        file[f"CHAPTER{number:03}"] = _chapter_time(chapter.start_ms)
        file[f"CHAPTER{number:03}NAME"] = chapter.title
    if tags.cover and path.suffix == ".flac":
        file.add_picture(_picture(tags.cover))
    elif tags.cover:
        file["metadata_block_picture"] = b64encode(_picture(tags.cover).write()).decode()
    file.save()


def _picture(cover: bytes) -> "Picture":
    """Return a cover as FLAC stores it."""
    from mutagen.flac import Picture

    picture = Picture()
    picture.type, picture.mime, picture.data = FRONT_COVER, PNG, cover
    picture.width, picture.height = (int.from_bytes(cover[at : at + 4]) for at in (16, 20))
    picture.depth = 24
    return picture


def _chapter_time(milliseconds: int) -> str:
    """Return a time in the form of Vorbis chapters: `00:01:59.000`."""
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"
