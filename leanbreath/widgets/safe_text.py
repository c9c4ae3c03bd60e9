"""Keeps texts from controlling the terminal: every line of a widget passes this filter on its way there."""

import re

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from leanbreath.unsafe_characters import UNSAFE

MOVING = f"{UNSAFE.pattern}|[\n\t]"
"""What would do more on a terminal than fill its own cells; compiled at its first use, since few texts have any."""


def safe_cells(text: str) -> str:
    """Return a text that only fills cells, and as many as before."""
    return text if text.isprintable() else re.sub(MOVING, lambda found: "\ufffd" * cell_len(found[0]), text)


class SafeText(LineFilter):
    """Drops what could control a terminal; a line without anything of the kind stays the same object."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments of a line, made safe."""
        if all(segment.text.isprintable() for segment in segments):
            return segments
        return [Segment(safe_cells(segment.text), segment.style) for segment in segments]


SAFE_TEXT = SafeText()
