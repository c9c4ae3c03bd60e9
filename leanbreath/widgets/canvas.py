"""A drawing on screen: redraws the rows that have changed, and no others."""

from typing import ClassVar

from rich.segment import Segment as Cells
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from leanbreath.figure.picture import Rows, Run
from leanbreath.figure.shapes import Tag
from leanbreath.widgets.colours import KINDS, Colours
from leanbreath.widgets.faded import FADED
from leanbreath.widgets.safe_text import SAFE_TEXT, safe_cells


class Canvas(Widget):
    """Rows of runs of characters, each kind in its own colour."""

    SCOPED_CSS = False  # since some rules depend on the theme
    DEFAULT_CSS = """
    Canvas { width: 1fr; height: 1fr; color: $primary; }
    Canvas .canvas--surroundings { color: $text-warning 40%; }
    Canvas .canvas--hill { color: $text-warning 28%; }
    Canvas .canvas--far { color: $primary 52%; }
    Canvas .canvas--body { color: $primary; }
    Canvas .canvas--near { color: $text-primary; }
    Canvas .canvas--breath { color: $success; text-style: bold; }
    Canvas .canvas--muscle { color: $warning; text-style: bold; }
    Canvas .canvas--guide { color: $foreground; text-style: bold; }
    .-theme-high-contrast Canvas .canvas--body { color: $primary 80%; }
    .-theme-high-contrast Canvas .canvas--guide { color: $secondary; }
    Canvas .canvas--word { color: $foreground; }
    Canvas .canvas--number { color: $primary; }
    Canvas .canvas--pacer { color: $primary; }
    Canvas .canvas--track { color: $foreground 25%; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"canvas--{kind}" for kind in KINDS}

    MOST_STRIPS: ClassVar[int] = 256
    """How many rows are kept as they are sent; any may come again."""

    _rows: Rows = ()
    _strips: tuple[Strip, ...] = ()
    _colours: Colours | None = None
    _is_faded = False

    @property
    def is_faded(self) -> bool:
        """Whether its colours are weak, since something else is read now."""
        return self._is_faded

    @is_faded.setter
    def is_faded(self, is_faded: bool) -> None:
        if is_faded != self._is_faded:
            self._is_faded = is_faded
            self.notify_style_update()

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._kept: dict[tuple[Run, ...], Strip] = {}

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
        """Draw in the new colours, once the styles of all kinds are known."""
        super().notify_style_update()
        self._colours = None
        if self.is_attached:
            self.call_later(self._draw_again)

    def _draw_again(self) -> None:
        self._colours = None
        self._strips = tuple(map(self._strip, self._rows))
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of a region.

        They are ready to be sent: asking Textual's cache of styles for each of them would cost more than drawing.
        """
        rows = [self._strips[y] if y < len(self._strips) else self._strip(()) for y in crop.line_range]
        return rows if crop.width == self.outer_size.width else [row.crop(crop.x, crop.right) for row in rows]

    def _strip(self, row: tuple[Run, ...]) -> Strip:
        """Return a row as it is sent to the terminal; the same row is the same object, with what was sent for it."""
        width = self.outer_size.width
        if self._colours is None or len(self._kept) >= self.MOST_STRIPS:
            self._kept.clear()
        kept = self._kept.get(row)
        if kept is None or kept.cell_length != width:
            kept = self._kept[row] = self._drawn(row, width)
        return kept

    def _drawn(self, row: tuple[Run, ...], width: int) -> Strip:
        colours = self._colours = self._colours or self._find_colours()
        strip = Strip([Cells(safe_cells(run.text), colours.style(run.look)) for run in row])
        strip = strip.adjust_cell_length(width, colours.style(None))
        for each in self.get_line_filters():
            if each is not SAFE_TEXT:
                strip = strip.apply_filter(each, colours.background)
        return strip.apply_filter(FADED, colours.background) if self._is_faded else strip

    def _find_colours(self) -> Colours:
        styles: dict[Tag | None, Style] = {None: self.rich_style}
        styles |= {kind: self.get_component_rich_style(f"canvas--{kind}") for kind in KINDS}
        return Colours(styles, self.background_colors[1])
