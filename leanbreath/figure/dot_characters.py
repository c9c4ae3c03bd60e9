"""Characters from dots: eight dots, four high and two wide, make one character."""

from collections.abc import Sequence

BLANK = 0x2800
QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""Block characters by their full quarters: upper left 1, upper right 2, lower left 4, lower right 8."""

MIN_BLOCK_DOTS, MIN_SOLID_DOTS = 3, 5
"""With fewer dots than the first, a character is fine braille; from the second on, blocks are filled generously."""

BRAILLE_BITS = (
    (0, 0x01, 0x08, 0x09),
    (0, 0x02, 0x10, 0x12),
    (0, 0x04, 0x20, 0x24),
    (0, 0x40, 0x80, 0xC0),
)
"""The bits of a braille character that a pair of dots sets, for each of its four rows."""

FULL_BLOCK = QUADRANTS[15]


def _character(dots: int) -> str:
    """Return the character for eight dots: braille if they are few, else the most similar block."""
    if dots.bit_count() < MIN_BLOCK_DOTS:
        return _fine(dots)
    rows = _rows(dots)
    upper, lower = rows[0] | rows[1], rows[2] | rows[3]
    if dots.bit_count() < MIN_SOLID_DOTS:
        upper, lower = rows[0] & rows[1] or upper, rows[2] & rows[3] or lower
    return QUADRANTS[upper | lower << 2]


def _fine(dots: int) -> str:
    """Return the braille character for eight dots."""
    return chr(BLANK + sum(BRAILLE_BITS[index][row] for index, row in enumerate(_rows(dots)))) if dots else " "


def _rows(dots: int) -> list[int]:
    return [dots >> shift & 3 for shift in (0, 2, 4, 6)]


BLOCK_CHARACTERS, BRAILLE_CHARACTERS = tuple(map(_character, range(256))), tuple(map(_fine, range(256)))
"""The character for each pattern of eight dots: bold, or fine."""


def characters(lines: Sequence[int], columns: int, characters: Sequence[str] = BLOCK_CHARACTERS) -> str:
    """Return four rows of dots as one row of characters."""
    one, two, three, four = lines
    shown = []
    for _ in range(columns):
        shown.append(characters[one & 3 | (two & 3) << 2 | (three & 3) << 4 | (four & 3) << 6])
        one, two, three, four = one >> 2, two >> 2, three >> 2, four >> 2
    return "".join(shown)
