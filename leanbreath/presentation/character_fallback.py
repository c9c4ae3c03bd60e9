"""Characters in place of those that a terminal's encoding doesn't have, so that a text stays readable in ASCII.

Most take one column, as the characters they replace, so that columns and figures keep their shape.
"""

import codecs
from unicodedata import normalize

FALLBACK = "leanbreath.fallback"
"""The name of the error handler for streams: `open(..., errors=FALLBACK)`."""

SIMILAR = {
    "→": ">", "←": "<", "↑": "^", "↓": "v", "–": "-", "—": "-", "−": "-", "…": ".", "·": "-", "•": "*", "×": "x",
    "≥": ">=", "≤": "<=", "≈": "~", "✓": "x", "●": "o", "○": "O", "’": "'", "‘": "'", "“": '"', "”": '"',
    "─": "-", "│": "|", "┤": "|", "░": ":", "▒": "+", "▓": "%", "▁": ".", "▂": ".", "▃": ".",
}  # fmt: skip

BRAILLE, DENSITY = 0x2800, " ..::+**#"
"""The first braille character, and a character for each number of its dots."""

LINES, BLOCKS = range(0x2500, 0x2580), range(0x2580, 0x25A0)
"""The characters that draw boxes, and those that fill a part of a cell."""


def similar(char: str) -> str:
    """Return an ASCII text that looks like a character, or a question mark."""
    code = ord(char)
    if BRAILLE <= code < BRAILLE + 256:
        return DENSITY[(code - BRAILLE).bit_count()]
    if code in LINES:
        return SIMILAR.get(char, "+")
    if code in BLOCKS:
        return SIMILAR.get(char, "#")
    plain = normalize("NFKD", char).encode("ascii", "ignore").decode()
    return SIMILAR.get(char) or plain or "?"


def _replace(error: UnicodeError) -> tuple[str, int]:
    """Return the replacement of what could not be encoded, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(similar, error.object[error.start : error.end])), error.end


codecs.register_error(FALLBACK, _replace)
