"""Text made fit for a terminal."""

import re
from collections.abc import Iterator, Sequence

from leanbreath.text_width import column_count

INDENT = re.compile(r" *(?:- )?")
"""The indent of a line, with the dash of a list; the lines it is folded into are indented as far."""


def revealed(text: str) -> str:
    """Return what an author wrote with everything visible that shows nothing by itself, or looks like a space."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def folded(line: str, width: int, indent: int = 0) -> list[str]:
    """Return a line broken between words where it is wider than `width` columns; 0 is any width.

    Further lines are indented by `indent` columns more than the first.
    """
    if not width or len(line) <= width:
        return [line]
    from textwrap import wrap  # here, since nothing is folded in a pipe

    found = INDENT.match(line)
    indent += found.end() if found else 0
    return wrap(line, width, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False)


def align_columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield rows of cells as lines with aligned columns."""
    widths = [max(map(column_count, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (width - column_count(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def counted(number: int, noun: str) -> str:
    """Return a number of things in words: `no files`, `1 file`, `2 files`."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
