"""A playlist in the format M3U8, and the names of the files in it, which are safe on every system."""

import re
from collections.abc import Sequence
from pathlib import Path
from unicodedata import normalize

from leanbreath.bounded_read import read_bytes
from leanbreath.export.chapters import Piece
from leanbreath.score.score import RATE
from leanbreath.unsafe_characters import HIDDEN, without_unsafe

HEADER, MADE_BY = "#EXTM3U", "# Made by leanbreath."

FORBIDDEN = re.compile(r'[<>:"/\\|?*#%]')
"""What a system forbids in a name, or a player takes for a part of an address."""

MOST_BYTES = 120
"""The longest title in a file name, so that name and folder stay below what every system allows."""

MOST_READ = 1_000_000
"""How many bytes of a playlist are read."""


def file_names(titles: Sequence[str], suffix: str) -> tuple[str, ...]:
    """Return a file name for each title: its number, then its words."""
    digits = max(len(str(len(titles))), 2)
    return tuple(f"{number:0{digits}} {_words(title)}".strip() + suffix for number, title in enumerate(titles, 1))


def playlist(title: str, pieces: Sequence[Piece], names: Sequence[str]) -> str:
    """Return a playlist of files next to it, with their titles and their lengths in seconds."""
    lines = [HEADER, MADE_BY, f"#PLAYLIST:{_line(title)}"]
    for piece, name in zip(pieces, names, strict=True):
        lines += [f"#EXTINF:{round((piece.end - piece.start) / RATE)},{_line(piece.title)}", name]
    return "\n".join((*lines, ""))


def entries_of(path: Path) -> tuple[str, ...]:
    """Return the files that a playlist of leanbreath names; none if it isn't one."""
    try:
        lines = read_bytes(path, MOST_READ).decode().splitlines()
    except (OSError, ValueError):  # it is missing, or no text
        return ()
    return tuple(line for line in lines if not line.startswith("#")) if lines[:2] == [HEADER, MADE_BY] else ()


def _line(text: str) -> str:
    """Return a text as one line without characters that no text needs."""
    return " ".join(without_unsafe(text).split())


def _words(title: str) -> str:
    """Return a title as a part of a file name."""
    plain = FORBIDDEN.sub(" ", re.sub(HIDDEN, " ", _line(normalize("NFC", title))))
    short = plain.encode()[:MOST_BYTES].decode(errors="ignore")
    return " ".join(short.split()).rstrip(". ")
