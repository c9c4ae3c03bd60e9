"""A drawing on screen: redraws the rows that have changed, and no others."""

from collections.abc import Mapping
from typing import ClassVar, NamedTuple

from rich.segment import Segment as Cells
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from leanbreath.figure.raster import Rows, Run
from leanbreath.widgets.safe_text import SAFE_TEXT, safe_cells

KINDS = ("surroundings", "far", "body", "near", "breath", "muscle", "guide")


class Palette(NamedTuple):
    """The style of each kind, the background, and the filters that every row passes once its text is safe."""

    styles: Mapping[str | None, Style]
    background: Color
    filters: tuple[LineFilter, ...]


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
    _palette: Palette | None = None

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
        self._palette = None
        if self._rows and self.is_attached:
            self._strips = tuple(map(self._strip, self._rows))
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of a region.

        They are ready to be sent: asking Textual's cache of styles for each of them would cost more than drawing.
        """
        rows = [self._strips[y] if y < len(self._strips) else self._strip(()) for y in crop.line_range]
        return rows if crop.width == self.outer_size.width else [row.crop(crop.x, crop.right) for row in rows]

    def _strip(self, row: tuple[Run, ...]) -> Strip:
        """Return a row as it is sent to the terminal."""
        styles, background, filters = self._colours()
        strip = Strip([Cells(safe_cells(run.text), styles[run.tag]) for run in row])
        strip = strip.adjust_cell_length(self.outer_size.width, styles[None])
        for each in filters:
            strip = strip.apply_filter(each, background)
        return strip

    def _colours(self) -> Palette:
        if self._palette is None:
            styles: dict[str | None, Style] = {None: self.rich_style}
            styles |= {kind: self.get_component_rich_style(f"canvas--{kind}") for kind in KINDS}
            filters = tuple(each for each in self.get_line_filters() if each is not SAFE_TEXT)
            self._palette = Palette(styles, self.background_colors[1], filters)
        return self._palette
