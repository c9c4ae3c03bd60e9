"""Characters from dots: eight dots, four high and two wide, make one."""

from collections.abc import Sequence

BLANK = 0x2800
QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""Block characters by which of their quarters are full: upper left, upper right, lower left, lower right."""

FEW, MANY = 3, 5
"""With fewer dots a character is braille, which is fine; with as many, blocks, which are seen from afar."""

BITS = (
    (0, 0x01, 0x08, 0x09),
    (0, 0x02, 0x10, 0x12),
    (0, 0x04, 0x20, 0x24),
    (0, 0x40, 0x80, 0xC0),
)
"""Which bits of a braille character two dots beside each other set, in each of its four rows."""

FULL = QUADRANTS[15]


def _character(dots: int) -> str:
    """Return the character of eight dots: braille where they are few, else the blocks that are most like them."""
    if dots.bit_count() < FEW:
        return _fine(dots)
    rows = _rows(dots)
    upper, lower = rows[0] | rows[1], rows[2] | rows[3]
    if dots.bit_count() < MANY:
        upper, lower = rows[0] & rows[1] or upper, rows[2] & rows[3] or lower
    return QUADRANTS[upper | lower << 2]


def _fine(dots: int) -> str:
    """Return the braille character of eight dots."""
    return chr(BLANK + sum(BITS[index][row] for index, row in enumerate(_rows(dots)))) if dots else " "


def _rows(dots: int) -> list[int]:
    return [dots >> shift & 3 for shift in (0, 2, 4, 6)]


CHARACTERS, FINE = tuple(map(_character, range(256))), tuple(map(_fine, range(256)))
"""The character of each pattern of eight dots, to be seen from afar or fine."""


def text(lines: Sequence[int], columns: int, characters: Sequence[str] = CHARACTERS) -> str:
    """Return four rows of dots as characters."""
    one, two, three, four = lines
    shown = []
    for _ in range(columns):
        shown.append(characters[one & 3 | (two & 3) << 2 | (three & 3) << 4 | (four & 3) << 6])
        one, two, three, four = one >> 2, two >> 2, three >> 2, four >> 2
    return "".join(shown)
