"""The part of a file that a browser asks for: phones read audio in parts, and jump to any of them."""

import re
from typing import NamedTuple

ONE_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
"""A longer number lies beyond every file; several ranges at once are answered with the whole file, as HTTP allows."""


class Unsatisfiable(Exception):
    """Raised for a part that a file doesn't have."""


class ByteRange(NamedTuple):
    """The first byte, and how many there are."""

    first: int
    length: int


def parse_byte_range(header: str | None, size: int) -> ByteRange | None:
    """Return the part of a file of some size that a `Range` header asks for, None for the whole file.

    Raise `Unsatisfiable` for a part that the file doesn't have. A header of any other form is ignored, as HTTP demands.
    """
    found = ONE_RANGE.fullmatch((header or "").replace(" ", ""))
    if found is None or not any(found.groups()):
        return None
    first, last = ((int(text) if text else None) for text in found.groups())
    if first is None:
        first, last = max(size - (last or 0), 0), None
    elif last is not None and last < first:
        return None
    last = size - 1 if last is None else min(last, size - 1)
    if first > last:
        raise Unsatisfiable
    return ByteRange(first, last - first + 1)
