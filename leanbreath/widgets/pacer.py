"""The pacer on screen: redraws the rows that have changed, and no others."""

from rich.segment import Segment as Run
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from leanbreath.figure.pacer import draw
from leanbreath.routine.vocabulary import Side
from leanbreath.score.score import SegmentKind


class Pacer(Widget):
    """A shape that moves with the work."""

    DEFAULT_CSS = "Pacer { width: 1fr; height: 1fr; color: $primary; }"

    _rows: tuple[str, ...] = ()
    _shown: tuple[SegmentKind, float, Side | None] = ("ready", 0.0, None)

    def show(self, kind: SegmentKind, level: float, side: Side | None) -> None:
        """Move to a level (0 to 1)."""
        self._shown = (kind, level, side)
        before, self._rows = self._rows, self._drawn()
        changed = [row for row, text in enumerate(self._rows) if row >= len(before) or before[row] != text]
        if changed:
            self.refresh(*(Region(0, row, self.size.width, 1) for row in changed))

    def on_resize(self) -> None:
        """Draw for the new size."""
        self._rows = self._drawn()

    def _drawn(self) -> tuple[str, ...]:
        kind, level, side = self._shown
        return draw(kind, level, self.size.width, self.size.height, side)

    def render_line(self, y: int) -> Strip:
        """Return one row."""
        text = self._rows[y] if y < len(self._rows) else ""
        return Strip([Run(text.ljust(self.size.width), self.rich_style)], self.size.width)
