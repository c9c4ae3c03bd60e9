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
        width, height = self.outer_size
        self.refresh(*(Region(0, y, width, 1) for y in changed if y < height))

    def notify_style_update(self) -> None:
        """Draw in the new colours."""
        super().notify_style_update()
        self._styles = None
        if self._rows and self.is_attached:
            self._strips = tuple(map(self._strip, self._rows))
            self.refresh()

    def _strip(self, row: tuple[Run, ...]) -> Strip:
        """Return a row as it is sent to the terminal."""
        if self._styles is None:
            kinds: dict[str | None, Style] = {kind: self.get_component_rich_style(f"canvas--{kind}") for kind in KINDS}
            self._styles = {None: self.rich_style, **kinds}
        strip = Strip([Cells(run.text, self._styles[run.tag]) for run in row])
        return self._filtered(strip.adjust_cell_length(self.outer_size.width, self._styles[None]))

    def _filtered(self, strip: Strip) -> Strip:
        for each in self.get_line_filters():
            strip = strip.apply_filter(each, self.background_colors[1])
        return strip

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of a region.

        They are ready to be sent: asking Textual's cache of styles for each of them would cost more than drawing.
        """
        width = self.outer_size.width
        blank = self._filtered(Strip.blank(width, self.rich_style)) if crop.bottom > len(self._strips) else None
        rows = [self._strips[y] if y < len(self._strips) else blank for y in crop.line_range]
        return [row if crop.width == width else row.crop(crop.x, crop.right) for row in rows if row is not None]
