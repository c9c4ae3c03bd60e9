"""A drawing on screen: redraws the rows that have changed, and no others."""

from typing import ClassVar

from rich.segment import Segment as Cells
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from leanbreath.figure.raster import Rows, Run

KINDS = ("surroundings", "far", "body", "near", "breath", "muscle", "guide")


class Canvas(Widget):
    """Rows of runs of characters, each kind in its own colour."""

    DEFAULT_CSS = """
    Canvas { width: 1fr; height: 1fr; color: $primary; }
    Canvas .canvas--surroundings { color: $foreground 50%; }
    Canvas .canvas--far { color: $primary 55%; }
    Canvas .canvas--body { color: $primary; }
    Canvas .canvas--near { color: $primary; }
    Canvas .canvas--breath { color: $success; text-style: bold; }
    Canvas .canvas--muscle { color: $warning; text-style: bold; }
    Canvas .canvas--guide { color: $foreground; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"canvas--{kind}" for kind in KINDS}

    _rows: Rows = ()
    _strips: tuple[Strip, ...] = ()
    _styles: dict[str | None, Style] | None = None

    def paint(self, rows: Rows) -> None:
        """Show rows, as many and as wide as the widget is."""
        before, self._rows = self._rows, rows
        if rows is before or not self.is_attached:
            return
        same = len(before) == len(rows) and self._strips
        changed = [y for y, row in enumerate(rows) if not same or row != before[y]]
        if not changed:
            return
        fresh = {y: self._strip(rows[y]) for y in changed}
        self._strips = tuple(fresh.get(y) or self._strips[y] for y in range(len(rows)))
        self.refresh(*(Region(0, y, self.size.width, 1) for y in changed if y < self.size.height))

    def notify_style_update(self) -> None:
        """Draw in the new colours."""
        super().notify_style_update()
        self._styles = None
        if self._rows and self.is_attached:
            self._strips = tuple(map(self._strip, self._rows))
            self.refresh()

    def _strip(self, row: tuple[Run, ...]) -> Strip:
        if self._styles is None:
            kinds: dict[str | None, Style] = {kind: self.get_component_rich_style(f"canvas--{kind}") for kind in KINDS}
            self._styles = {None: self.rich_style, **kinds}
        strip = Strip([Cells(run.text, self._styles[run.tag]) for run in row])
        return strip.adjust_cell_length(self.size.width, self._styles[None])

    def render_line(self, y: int) -> Strip:
        """Return one row."""
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width, self.rich_style)
