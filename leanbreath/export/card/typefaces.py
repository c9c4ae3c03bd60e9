"""The type of a card: FiraGO, and for characters it lacks a font that is installed on this computer.

The fonts that every PDF reader has know Western European letters only. FiraGO, under the SIL Open Font License, has
Latin, Greek, Cyrillic, Arabic, Hebrew, Devanagari, Thai and Georgian letters as well as arrows, in regular and bold;
the package pymupdf-fonts brings both as plain data. No free font of a bearable size has Chinese, Japanese and Korean.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTFont, TTLibError
from pymupdf_fonts import myfont

from leanbreath.export.card.paragraph import MILLIMETRES, Style
from leanbreath.text_width import column_count
from leanbreath.unsafe_characters import first_hidden, without_unsafe

REGULAR, BOLD = "figo", "figbo"
"""FiraGO's names in its package."""

REPLACEMENT = "?"
"""What is printed for a character that no font has."""

EM_OF_COLUMN = 0.5
"""How wide a character that no font has is taken to be, for each column that it takes on a terminal."""

FONT_FOLDERS = {
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
    "win32": ("C:/Windows/Fonts", "~/AppData/Local/Microsoft/Windows/Fonts"),
}
USUAL_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
"""Where fonts are installed, by platform and on all others."""

SUFFIXES = (".ttf", ".otf", ".ttc")
FAMILIES = (
    "NotoSans-",
    "NotoSans",
    "DejaVuSans",
    "FreeSans",
    "Arial Unicode",
    "Droid",
    "WenQuanYi",
    "msyh",
    "PingFang",
)
"""Families with many characters, which are looked through first."""

STYLES = ("Bold", "Black", "Thin", "Light", "Medium", "Italic", "Oblique", "Condensed", "Mono", "Serif")
"""What the plain form of a family has none of."""


class Face(NamedTuple):
    """A font: its file, how many units an em has, and the advance of each character in them."""

    content: bytes | Path
    units: int
    advances: dict[int, int]


@dataclass(frozen=True)
class Typefaces:
    """Regular and bold type, with fallbacks for the characters both lack; `missing` is what no font has."""

    regular: Face
    bold: Face
    fallbacks: tuple[Face, ...] = ()
    missing: tuple[str, ...] = ()

    def measure(self, text: str, style: Style) -> float:
        """Return how wide a text is, in millimetres, before letters are drawn closer together."""
        face = self.bold if style.bold else self.regular
        return sum(self._advance(char, face) for char in text) * style.size * MILLIMETRES

    def printable(self, text: str) -> str:
        """Return a text with a replacement for each character that no font has; those that show nothing go."""
        return "".join(char if self._has(char) else "" if first_hidden(char) else REPLACEMENT for char in text)

    def _has(self, char: str) -> bool:
        return any(ord(char) in face.advances for face in (self.regular, *self.fallbacks))

    def _advance(self, char: str, face: Face) -> float:
        """Return the advance of a character in ems."""
        for each in (face, *self.fallbacks):
            if (wide := each.advances.get(ord(char))) is not None:
                return wide / each.units
        return column_count(char) * EM_OF_COLUMN


def typefaces_for(texts: Iterable[str], folders: Sequence[Path] | None = None) -> Typefaces:
    """Return the typefaces for some texts; what FiraGO lacks is looked for in folders, by default the usual ones."""
    regular, bold = _bundled(REGULAR), _bundled(BOLD)
    lacking = {char for text in texts for char in without_unsafe(text) if ord(char) not in regular.advances}
    lacking = {char for char in lacking if not char.isspace() and not first_hidden(char)}
    faces = _installed(font_folders() if folders is None else folders)
    fallbacks: list[Face] = []
    while lacking and (face := next(faces, None)):
        if found := {char for char in lacking if ord(char) in face.advances}:
            fallbacks.append(face)
            lacking -= found
    return Typefaces(regular, bold, tuple(fallbacks), tuple(sorted(lacking)))


@cache
def _bundled(name: str) -> Face:
    content: bytes = myfont(name)
    return _face(content, TTFont(BytesIO(content), lazy=True))


def _face(content: bytes | Path, font: TTFont) -> Face:
    widths = font["hmtx"].metrics
    advances = {code: widths[glyph][0] for code, glyph in (font.getBestCmap() or {}).items()}
    return Face(content, font["head"].unitsPerEm, advances)


def font_folders() -> tuple[Path, ...]:
    """Return where fonts are installed on this computer."""
    return tuple(Path(folder).expanduser() for folder in FONT_FOLDERS.get(sys.platform, USUAL_FOLDERS))


def _installed(folders: Sequence[Path]) -> Iterator[Face]:
    """Yield the fonts with outlines in some folders, in the same order every time."""
    files = (path for folder in folders for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    for path in sorted(files, key=_preference):
        try:
            with path.open("rb") as file:
                font = TTFont(file, lazy=True, fontNumber=0)
                if "glyf" in font or "CFF " in font:
                    yield _face(path, font)
        except (TTLibError, OSError, KeyError, ValueError):
            continue  # no font, or a broken one


def _preference(path: Path) -> tuple[int, int, str]:
    """Return how early a font is looked through: known families first, in their plain form."""
    family = next((number for number, name in enumerate(FAMILIES) if path.name.startswith(name)), len(FAMILIES))
    return family, sum(word in path.name for word in STYLES), str(path)
