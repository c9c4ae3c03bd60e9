"""The type of a card: FiraGO, and for characters it lacks a font that is installed on this computer.

The fonts that every PDF reader has know Western European letters only. FiraGO, under the SIL Open Font License, has
Latin, Greek, Cyrillic, Arabic, Hebrew, Devanagari, Thai and Georgian letters as well as arrows, in regular and bold;
the package pymupdf-fonts brings both as plain data. No free font of a bearable size has Chinese, Japanese and Korean.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTFont, TTLibError
from pymupdf_fonts import myfont

from leanbreath.export.card.paragraph import MILLIMETRES, Style
from leanbreath.unsafe_characters import first_hidden

REGULAR, BOLD = "figo", "figbo"
"""FiraGO's names in its package."""

REPLACEMENT = "?"
"""What is printed for a character that no font has."""

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
        lacking = set(self.missing)
        return "".join(_replaced(char) if char in lacking else char for char in text)

    def _advance(self, char: str, face: Face) -> float:
        """Return the advance of a character in ems."""
        for each in (face, *self.fallbacks):
            if (wide := each.advances.get(ord(char))) is not None:
                return wide / each.units
        return 0.0 if first_hidden(char) else self._advance(REPLACEMENT, face)


def typefaces_for(texts: Iterable[str]) -> Typefaces:
    """Return the typefaces for some texts."""
    regular, bold = _bundled(REGULAR), _bundled(BOLD)
    lacking = {char for text in texts for char in text if ord(char) not in regular.advances and not char.isspace()}
    fallbacks: list[Face] = []
    for face in _installed() if any(not first_hidden(char) for char in lacking) else ():
        if found := {char for char in lacking if ord(char) in face.advances}:
            fallbacks.append(face)
            lacking -= found
        if all(map(first_hidden, lacking)):
            break
    return Typefaces(regular, bold, tuple(fallbacks), tuple(sorted(lacking)))


def _replaced(char: str) -> str:
    return "" if first_hidden(char) else REPLACEMENT


@cache
def _bundled(name: str) -> Face:
    content: bytes = myfont(name)
    return _face(content, TTFont(BytesIO(content), lazy=True))


def _face(content: bytes | Path, font: TTFont) -> Face:
    widths = font["hmtx"].metrics
    advances = {code: widths[glyph][0] for code, glyph in (font.getBestCmap() or {}).items()}
    return Face(content, font["head"].unitsPerEm, advances)


def _installed() -> Iterator[Face]:
    """Yield the fonts with outlines that are installed on this computer, in the same order every time."""
    for path in sorted(_font_files(), key=_preference):
        try:
            with TTFont(path, lazy=True, fontNumber=0) as font:
                if "glyf" in font or "CFF " in font:
                    yield _face(path, font)
        except (TTLibError, OSError, KeyError, ValueError):
            continue  # no font, or a broken one


def _font_files() -> Iterator[Path]:
    for folder in FONT_FOLDERS.get(sys.platform, USUAL_FOLDERS):
        yield from (path for path in Path(folder).expanduser().rglob("*") if path.suffix.lower() in SUFFIXES)


def _preference(path: Path) -> tuple[int, bool, str]:
    """Return how early a font is looked through: known families first, in their regular weight."""
    family = next((number for number, name in enumerate(FAMILIES) if path.name.startswith(name)), len(FAMILIES))
    return family, "Regular" not in path.name, str(path)
