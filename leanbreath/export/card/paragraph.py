"""Text set in lines: words of several styles that are wrapped to a width, with every box measured in millimetres."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from leanbreath.unsafe_characters import without_unsafe

MILLIMETRES = 25.4 / 72
"""In a point."""

LINE = 1.28
"""The height of a line, in sizes of its type."""


class Style(NamedTuple):
    """A size of type in points, and how it looks; `grey` is 0 for black."""

    size: float
    bold: bool = False
    grey: float = 0.0

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


def paragraph(runs: Iterable[Run], width: float, measure: Measure, most_lines: int | None = None) -> Paragraph:
    """Return runs as lines of at most a width; what is beyond the most lines is cut off with an ellipsis."""
    lines = list(_lines([(word, style) for text, style in runs for word in _words(text)], width, measure))
    if most_lines is not None and len(lines) > most_lines:
        lines = [*lines[: most_lines - 1], _cut(lines[most_lines - 1], width, measure)]
    texts: list[Text] = []
    top = 0.0
    for line in lines:
        height = max(style.line for _, style in line)
        texts.extend(_placed(line, top, height, measure))
        top += height
    return Paragraph(tuple(texts), top, max((each.left + each.width for each in texts), default=0.0))


def _words(text: str) -> list[str]:
    """Return the words of a text, without characters that no text needs."""
    return without_unsafe(text).split()


def _lines(words: list[Run], width: float, measure: Measure) -> Iterator[list[Run]]:
    line: list[Run] = []
    filled = 0.0
    for word, style in words:
        for part in _parts(word, style, width, measure):
            space = measure(" ", style) if line else 0.0
            wide = measure(part, style)
            if line and filled + space + wide > width:
                yield line
                line, filled, space = [], 0.0, 0.0
            line.append((part, style))
            filled += space + wide
    if line:
        yield line


def _parts(word: str, style: Style, width: float, measure: Measure) -> Iterator[str]:
    """Yield a word, or where it is wider than a line the parts of it that fit."""
    part = ""
    if measure(word, style) <= width:
        yield word
        return
    for char in word:
        if part and measure(part + char, style) > width:
            yield part
            part = ""
        part += char
    yield part


def _cut(line: list[Run], width: float, measure: Measure) -> list[Run]:
    """Return a line with an ellipsis at its end."""
    *before, (word, style) = line
    room = width - sum(measure(f"{each} ", look) for each, look in before)
    while word and measure(f"{word}…", style) > room:
        word = word[:-1]
    if not word and before:
        return _cut(before, width, measure)
    return [*before, (f"{word.rstrip('.,;:')}…", style)]


def _placed(line: list[Run], top: float, height: float, measure: Measure) -> Iterator[Text]:
    """Yield the texts of a line, one for each run of a style, on one baseline."""
    left, words = 0.0, list(line)
    while words:
        style = words[0][1]
        count = next((at for at, (_, other) in enumerate(words) if other != style), len(words))
        text = " ".join(word for word, _ in words[:count])
        wide = measure(text, style)
        yield Text(left, top + height - style.line, wide, text, style)
        left += wide + measure(" ", style)
        words = words[count:]
