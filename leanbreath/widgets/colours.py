"""The colours of a drawing: a style for each kind of thing, and for each blend of two."""

from collections.abc import Mapping
from typing import get_args

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color

from leanbreath.figure.colours import Colour, mixed
from leanbreath.figure.picture import Blend, Look, Mix
from leanbreath.figure.shapes import Tag

KINDS: tuple[Tag, ...] = get_args(Tag)


class Colours:
    """The styles of the kinds on a background; those of blends are mixed when they are first asked for."""

    def __init__(self, kinds: Mapping[Tag | None, Style], background: Color) -> None:
        self.background = background
        self._styles: dict[Look, Style] = dict(kinds.items())
        self._palette: dict[Tag | None, Colour] = {None: background.rgb}
        for kind, style in kinds.items():
            if kind is not None and style.color is not None:
                red, green, blue = style.color.get_truecolor()
                self._palette[kind] = red, green, blue

    def style(self, look: Look) -> Style:
        """Return the style of a look."""
        if isinstance(look, Blend) and look not in self._styles:
            self._styles[look] = Style.from_color(self._colour(look.ink), self._colour(look.paper))
        return self._styles[look]

    def _colour(self, mix: Mix) -> RichColor:
        return RichColor.from_rgb(*mixed(mix, self._palette))
