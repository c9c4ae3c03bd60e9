"""Tables of a Markdown text as lists, for pages too narrow for columns."""

import re
from collections.abc import Iterator, Sequence

TABLE = re.compile(r"(?m)^\|.*\|\n\|[-| :]+\|\n(?:\|.*\|\n?)+")


def with_lists(markdown: str) -> str:
    """Return a text in which each row of a table is a list item: its first cell, then the others by their headings."""
    return TABLE.sub(lambda table: "\n".join(_items(table[0].splitlines())) + "\n", markdown)


def _items(lines: Sequence[str]) -> Iterator[str]:
    headings = _cells(lines[0])
    for line in lines[2:]:
        first, *others = _cells(line)
        if len(others) == 1:
            yield f"- **{first}**: {others[0]}"
        else:
            named = (f"{heading}: {cell}." for heading, cell in zip(headings[1:], others, strict=False))
            yield f"- **{first}{'' if first.endswith('?') else '.'}** {' '.join(named)}"


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
