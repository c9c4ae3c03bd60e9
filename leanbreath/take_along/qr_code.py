"""A QR code in the characters of a terminal, for a phone to read an address from."""

from collections.abc import Iterator
from importlib.util import find_spec
from itertools import zip_longest

QUIET = 4
"""The light modules around a code, which readers need."""

BLACK_ON_WHITE, PLAIN = "\x1b[38;5;16;48;5;231m", "\x1b[0m"
"""By number, since a theme may show other colours as black and white: dark on light can be read anywhere."""

HALVES = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}
"""Two modules, the upper and the lower, in a character."""


def has_qr_codes() -> bool:
    """Return whether the package that makes them is installed."""
    return find_spec("segno") is not None


def qr_rows(text: str) -> tuple[str, ...]:
    """Return a text as rows of a QR code, two modules high, without colours."""
    import segno

    modules = [bytes(row) for row in segno.make(text, micro=False).matrix_iter(border=QUIET)]
    pairs = zip_longest(modules[::2], modules[1::2], fillvalue=bytes(len(modules[0])))
    return tuple("".join(HALVES[upper, lower] for upper, lower in zip(*pair, strict=True)) for pair in pairs)


def in_black_and_white(rows: tuple[str, ...]) -> Iterator[str]:
    """Yield rows with the colours that make them readable on dark and light terminals."""
    yield from (f"{BLACK_ON_WHITE}{row}{PLAIN}" for row in rows)


def can_encode_qr_code(encoding: str) -> bool:
    """Return whether an encoding has the characters of a QR code."""
    try:
        "".join(HALVES.values()).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
