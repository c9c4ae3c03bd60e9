"""What charts are made of: rows of pieces of text, each with a style that a screen gives a colour.

A chart can be read without its styles: its characters differ too.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

Style = Literal["text", "heading", "label", "band", "bar", "point", "level-1", "level-2", "level-3", "level-4"]


class Piece(NamedTuple):
    """A piece of a row."""

    text: str
    style: Style = "text"


Row = tuple[Piece, ...]


def text_row(text: str, style: Style = "text") -> Row:
    """Return a text as a row."""
    return (Piece(text, style),)


def row_of(cells: Iterable[Piece]) -> Row:
    """Return cells as a row, those of one style next to each other as one piece."""
    runs = groupby(cells, key=lambda cell: cell.style)
    return tuple(Piece("".join(cell.text for cell in run), style) for style, run in runs)


def plain(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return rows as text."""
    return tuple("".join(piece.text for piece in row).rstrip() for row in rows)


def width(row: Row) -> int:
    """Return how many columns a row takes; charts use characters of one column."""
    return sum(len(piece.text) for piece in row)


def side_by_side(charts: Sequence[Sequence[Row]], columns: int) -> tuple[Row, ...]:
    """Return charts next to each other, each in so many columns."""
    height = max(map(len, charts))
    padded = [[*chart, *[()] * (height - len(chart))] for chart in charts]
    return tuple(_joined(parts, columns) for parts in zip(*padded, strict=True))


def _joined(parts: Sequence[Row], columns: int) -> Row:
    filled = [(*part, Piece(" " * (columns - width(part)))) for part in parts[:-1]]
    return tuple(piece for part in (*filled, parts[-1]) for piece in part)
