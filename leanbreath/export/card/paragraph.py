"""Text set in lines: words of several styles that are wrapped to a width, with every box measured in millimetres."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from leanbreath.unsafe_characters import without_unsafe

MILLIMETRES = 25.4 / 72
"""In a point."""

NO_BREAK = "\xa0"
"""A space at which no line ends."""

BLANKS = re.compile(r"[^\S\xa0]+")
HYPHEN = re.compile(r"(?<=\w-)(?=\w)")

LINE = 1.28
"""The height of a line, in sizes of its type."""


class Style(NamedTuple):
    """A size of type in points, and its weight. All text is black: a printer without greys would break it into dots."""

    size: float
    bold: bool = False

    @property
    def line(self) -> float:
        """The height of a line in millimetres."""
        return self.size * LINE * MILLIMETRES


Run = tuple[str, Style]
"""Text of one style."""

Measure = Callable[[str, Style], float]
"""Returns how wide a text is, in millimetres."""


class Text(NamedTuple):
    """A piece of a line: its box in millimetres, from the upper left corner of the page."""

    left: float
    top: float
    width: float
    text: str
    style: Style

    @property
    def height(self) -> float:
        """The height of the line."""
        return self.style.line

    def moved(self, right: float, down: float) -> "Text":
        """Return the text elsewhere."""
        return self._replace(left=self.left + right, top=self.top + down)


class Paragraph(NamedTuple):
    """Lines of text from the origin down, and their height."""

    texts: tuple[Text, ...]
    height: float
    width: float = 0.0


class _Piece(NamedTuple):
    """A word, or a part of one; a part that follows another has no space before it."""

    text: str
    style: Style
    follows: bool = False

    def spaced(self, is_first: bool) -> str:
        """Return the text with the space before it."""
        return self.text if is_first or self.follows else f" {self.text}"


_Line = list[_Piece]


def paragraph(runs: Iterable[Run], width: float, measure: Measure, most_lines: int | None = None) -> Paragraph:
    """Return runs as lines of at most a width; what is beyond the most lines is cut off with an ellipsis."""
    pieces = (piece for text, style in runs for piece in _pieces(text, style, width, measure))
    lines = list(_lines(pieces, width, measure))
    if most_lines is not None and len(lines) > most_lines:
        lines = [*lines[: most_lines - 1], _cut(lines[most_lines - 1], width, measure)]
    texts: list[Text] = []
    top = 0.0
    for line in lines:
        height = max(piece.style.line for piece in line)
        texts.extend(_placed(line, top, height, measure))
        top += height
    return Paragraph(tuple(texts), top, max((each.left + each.width for each in texts), default=0.0))


def _pieces(text: str, style: Style, width: float, measure: Measure) -> Iterator[_Piece]:
    """Yield the pieces of a text, without characters that no text needs; a hyphen may end a line, a no-break space not.

    What is wider than a line is broken where the line is full.
    """
    for word in BLANKS.split(without_unsafe(text)):
        parts = (part for piece in HYPHEN.split(word) for part in _narrow(piece, style, width, measure))
        yield from (_Piece(part, style, follows=number > 0) for number, part in enumerate(parts))


def _narrow(word: str, style: Style, width: float, measure: Measure) -> Iterator[str]:
    """Yield a word, or the parts of it that fit."""
    part = ""
    if word and measure(word, style) <= width:
        yield word
        return
    for char in word:
        if part and measure(part + char, style) > width:
            yield part
            part = ""
        part += char
    if part:
        yield part


def _lines(pieces: Iterable[_Piece], width: float, measure: Measure) -> Iterator[_Line]:
    line: _Line = []
    filled = 0.0
    for piece in pieces:
        wide = measure(piece.spaced(not line), piece.style)
        if line and filled + wide > width:
            yield line
            line, filled, wide = [], 0.0, measure(piece.text, piece.style)
        line.append(piece)
        filled += wide
    if line:
        yield line


def _cut(line: _Line, width: float, measure: Measure) -> _Line:
    """Return a line with an ellipsis at its end."""
    *before, last = line
    room = width - sum(measure(each.spaced(not number), each.style) for number, each in enumerate(before))
    text = last.text
    while text and measure(last._replace(text=f"{text}…").spaced(not before), last.style) > room:
        text = text[:-1]
    if not text and before:
        return _cut(before, width, measure)
    return [*before, last._replace(text=f"{text.rstrip('.,;:')}…")]


def _placed(line: _Line, top: float, height: float, measure: Measure) -> Iterator[Text]:
    """Yield the texts of a line, one for each run of a style, on one baseline."""
    left = 0.0
    for style, group in groupby(line, key=lambda piece: piece.style):
        pieces = list(group)
        if left and not pieces[0].follows:
            left += measure(" ", style)
        text = "".join(piece.spaced(not number) for number, piece in enumerate(pieces)).replace(NO_BREAK, " ")
        wide = measure(text, style)
        yield Text(left, top + height - style.line, wide, text, style)
        left += wide
