"""Containers that draw nothing themselves: the screen behind them is their background.

Textual draws every widget again that shares a container with something that moves; these cost nothing then.
"""

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Box(Widget):
    """A container without a border or colours of its own."""

    DEFAULT_CSS = "Box { width: 1fr; height: 1fr; overflow: hidden hidden; }"

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return nothing to draw."""
        return []


class Row(Box):
    """Widgets in a row."""

    DEFAULT_CSS = "Row { layout: horizontal; }"


class Column(Box):
    """Widgets in a column."""

    DEFAULT_CSS = "Column { layout: vertical; }"
