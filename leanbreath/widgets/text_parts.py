"""A text of several parts, of which those are shown that fit."""

from collections.abc import Callable, Iterable

from textual.content import Content
from textual.widget import Widget

from leanbreath.presentation.text_parts import TextPart, parts_that_fit

STYLES = {
    "title": "bold $foreground",
    "length": "bold $foreground",
    "keys": "$foreground",
    "strip": "$text-primary",
    "digits": "bold $text-primary",
}
"""The styles of parts that stand out from the others."""

Parts = Callable[[int], Iterable[TextPart]]
"""The parts of a text for a number of columns."""


class TextParts(Widget):
    """Parts of a text as large as the widget; those that don't fit are left out whole."""

    DEFAULT_CSS = "TextParts { width: 1fr; height: 1fr; color: $text-muted; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._parts: Parts = lambda columns: ()

    def show(self, parts: Parts) -> None:
        """Show other parts."""
        self._parts = parts
        self.refresh()

    def render(self) -> Content:
        """Return the parts that fit into the widget as it is now."""
        fitting = parts_that_fit(self._parts(self.size.width), self.size.height)
        return Content("\n").join(Content.styled("\n".join(part.lines), STYLES.get(part.name, "")) for part in fitting)
