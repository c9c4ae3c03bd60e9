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

    _shown: tuple[SegmentKind, float, Side | None] = ("ready", 0.0, None)
    _rows: tuple[str, ...] = ()
    _strips: tuple[Strip, ...] = ()

    def show(self, kind: SegmentKind, level: float, side: Side | None) -> None:
        """Move to a level (0 to 1)."""
        self._shown = (kind, level, side)
        changed = self._draw()
        if changed:
            self.refresh(*(Region(0, row, self.size.width, 1) for row in changed))

    def on_resize(self) -> None:
        """Draw for the new size."""
        self._draw()

    def notify_style_update(self) -> None:
        """Draw in the new colours."""
        super().notify_style_update()
        self._rows = ()
        self._draw()

    def _draw(self) -> list[int]:
        """Make the strips of the rows that have changed; return which those are."""
        kind, level, side = self._shown
        before, self._rows = self._rows, draw(kind, level, self.size.width, self.size.height, side)
        if before == self._rows:
            return []
        kept = self._strips if len(before) == len(self._rows) else ()
        changed = [row for row, text in enumerate(self._rows) if not kept or before[row] != text]
        style = self.rich_style
        fresh = {row: Strip([Run(self._rows[row], style)], self.size.width) for row in changed}
        self._strips = tuple(fresh.get(row) or kept[row] for row in range(len(self._rows)))
        return changed

    def render_line(self, y: int) -> Strip:
        """Return one row."""
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width, self.rich_style)
