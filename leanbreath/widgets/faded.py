"""A filter that blends a drawing into the background, so that what is read now stands out."""

from functools import lru_cache

from rich.color import Color as TerminalColor
from rich.segment import Segment as Cells
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

SHARE_LEFT = 0.35
"""The share of its own colours that a drawing keeps."""


class Faded(LineFilter):
    """Blends the colours of a line into the background."""

    def apply(self, segments: list[Cells], background: Color) -> list[Cells]:
        """Return the segments in weaker colours."""
        return [
            Cells(text, _faded(style, background) if style else style, control) for text, style, control in segments
        ]


@lru_cache(maxsize=256)
def _faded(style: Style, background: Color) -> Style:
    return style + Style(color=_blended(style.color, background), bgcolor=_blended(style.bgcolor, background))


def _blended(color: TerminalColor | None, background: Color) -> TerminalColor | None:
    """Return a colour nearer to the background; one of the terminal's own stays as it is."""
    if color is None or color.triplet is None:
        return color
    return background.blend(Color(*color.triplet), SHARE_LEFT).rich_color


FADED = Faded()
