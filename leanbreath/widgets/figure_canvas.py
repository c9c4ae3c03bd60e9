"""The figure on screen: blended where the terminal shows every colour, in plain characters elsewhere."""

from typing import ClassVar

from textual.strip import Strip

from leanbreath.figure.picture import Run
from leanbreath.figure.pose_scene import Shot
from leanbreath.figure.shot_picture import blend_shot, draw_shot
from leanbreath.widgets.canvas import Canvas
from leanbreath.widgets.compact_strip import CompactStrip


class FigureCanvas(Canvas):
    """Draws shots; on a slow link, `is_link_slow`, in plain characters, which take fewer bytes."""

    MOST_STRIPS: ClassVar[int] = 4096
    """Those of a whole movement, which shows them again and again."""

    is_link_slow = False

    def _drawn(self, row: tuple[Run, ...], width: int) -> Strip:
        drawn = super()._drawn(row, width)
        return CompactStrip(drawn, drawn.cell_length) if self.can_blend else drawn

    def show(self, shot: Shot) -> None:
        """Draw a shot as large as the widget."""
        draw = blend_shot if self.can_blend and not self.is_link_slow else draw_shot
        self.paint(draw(shot, *self.outer_size))

    @property
    def can_blend(self) -> bool:
        """Whether the terminal shows every colour, and the theme's colours are not the terminal's own."""
        app = self.app
        return app.console.color_system == "truecolor" and not app.no_color and not app.native_ansi_color
