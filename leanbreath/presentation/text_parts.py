"""Parts of a text, of which those are shown that fit: a part is dropped whole, never cut."""

from collections.abc import Iterable
from typing import NamedTuple

from leanbreath.presentation.terminal_text import folded


class TextPart(NamedTuple):
    """Some lines of a text; of two parts, the one of the lower `rank` is kept longer."""

    name: str
    lines: tuple[str, ...]
    rank: int


def text_part(name: str, text: str, columns: int, rank: int) -> TextPart:
    """Return a part that is folded into lines; it has none if there is no text."""
    return TextPart(name, tuple(folded(text, max(columns, 1))) if text else (), rank)


def parts_that_fit(parts: Iterable[TextPart], rows: int) -> tuple[TextPart, ...]:
    """Return the parts that fit into some rows, in their order; one that is too long doesn't keep out the next."""
    parts, kept = tuple(parts), set[int]()
    for index, part in sorted(enumerate(parts), key=lambda each: each[1].rank):
        if part.lines and len(part.lines) <= rows:
            kept.add(index)
            rows -= len(part.lines)
    return tuple(part for index, part in enumerate(parts) if index in kept)
