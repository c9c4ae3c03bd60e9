"""What stands on a terminal as SVG: blocks and dots are drawn as shapes, so that no font is asked for them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from rich.cells import cell_len
from textual.strip import Strip

WIDE, HIGH = 10, 20
QUADRANTS = dict(zip("▘▝▀▖▌▞▛▗▚▐▜▄▙▟█", range(1, 16), strict=True))
"""Each by which of its quarters are full: 1 upper left, 2 upper right, 4 lower left, 8 lower right."""

EIGHTHS = "▏▎▍▌▋▊▉"
LINES = {"━": (0, 10, 4), "─": (0, 10, 2), "╸": (0, 5, 4), "╺": (5, 5, 4)}
"""Where a line begins, how long and how thick it is."""

DOTS = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))
"""Column and row of each dot of a braille character, by its bits."""


def picture(strips: Sequence[Strip], background: str) -> str:
    """Return a terminal as SVG, row by row."""
    columns = max(strip.cell_length for strip in strips)
    size = f"{columns * WIDE + 2 * WIDE} {len(strips) * HIGH + 2 * HIGH}"
    drawn = "".join(
        part for row, strip in enumerate(strips) for part in _row(strip, (row + 1) * HIGH, background.lower())
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" viewBox="0 0 {size}" '
        f'font-family="monospace" font-size="16" '
        f'shape-rendering="crispEdges">\n'
        f'<rect width="100%" height="100%" rx="10" fill="{background}"/>\n{drawn}</svg>\n'
    )


def _row(strip: Strip, top: int, background: str) -> Iterator[str]:
    left = WIDE
    for text, style, _ in strip:
        color = style.color.get_truecolor().hex if style and style.color else "#e0e0e0"
        weight = ' font-weight="bold"' if style and style.bold else ""
        if style and style.bgcolor and (paper := style.bgcolor.get_truecolor().hex) != background:
            yield f'<path fill="{paper}" d="{_box(left, top, cell_len(text) * WIDE, HIGH)}"/>\n'
        for shape, run in groupby(text, key=_is_shape):
            letters = "".join(run)
            if shape:
                yield f'<path fill="{color}" d="{_outlines(letters, left, top)}"/>\n'
            elif letters.strip():
                yield from _words(letters, left, top, f'fill="{color}"{weight}')
            left += cell_len(letters) * WIDE


def _is_shape(letter: str) -> bool:
    return letter in QUADRANTS or letter in EIGHTHS or letter in LINES or letter == "▒" or 0x2800 < ord(letter) < 0x2900


def _words(letters: str, left: int, top: int, look: str) -> Iterator[str]:
    indent = len(letters) - len(letters.lstrip())
    words = letters.strip()
    place = f'x="{left + indent * WIDE}" y="{top + 15}" textLength="{cell_len(words) * WIDE}"'
    yield f"<text {place} {look}>{escape(words)}</text>\n"


def _outlines(letters: str, left: int, top: int) -> str:
    return "".join(part for number, letter in enumerate(letters) for part in _shape(letter, left + number * WIDE, top))


def _shape(letter: str, x: int, y: int) -> Iterator[str]:
    if letter in QUADRANTS:
        yield from (
            _box(x + 5 * (bit % 2), y + 10 * (bit // 2), 5, 10) for bit in range(4) if QUADRANTS[letter] >> bit & 1
        )
    elif letter in EIGHTHS:
        yield _box(x, y, WIDE * (EIGHTHS.index(letter) + 1) / 8, HIGH)
    elif letter in LINES:
        first, length, thick = LINES[letter]
        yield _box(x + first, y + HIGH / 2 - thick / 2, length, thick)
    elif letter == "▒":
        yield from (
            _box(x + 2.5 * column, y + 2.5 * row, 2.5, 2.5) for row in range(8) for column in range(row % 2, 4, 2)
        )
    else:
        bits = ord(letter) - 0x2800
        yield from (_box(x + 5 * c + 1, y + 5 * r + 1, 3, 3) for bit, (c, r) in enumerate(DOTS) if bits >> bit & 1)


def _box(x: float, y: float, wide: float, high: float) -> str:
    return f"M{x:g} {y:g}h{wide:g}v{high:g}h{-wide:g}z"
