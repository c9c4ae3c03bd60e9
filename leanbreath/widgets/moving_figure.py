"""The figure of a drill that goes through its movement by itself."""

from time import monotonic

from leanbreath.figure.shot_selection import DrillFigure
from leanbreath.presentation.drill_figure import shot_in_turn
from leanbreath.widgets.figure_canvas import FigureCanvas

FRAMES_PER_SECOND, CALM_FRAMES_PER_SECOND = 10, 2


class MovingFigure(FigureCanvas):
    """Moves as long as its screen is seen, if there is a figure; `is_calm` means no more than twice a second."""

    def __init__(self, figure: DrillFigure | None, is_calm: bool, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._figure, self._is_mirrored = figure, False
        self._rate = CALM_FRAMES_PER_SECOND if is_calm else FRAMES_PER_SECOND

    def on_mount(self) -> None:
        """Begin to move."""
        self.set_interval(1 / self._rate, self.draw)

    def on_resize(self) -> None:
        """Draw it in another size."""
        self.draw()

    def change_to(self, figure: DrillFigure, is_mirrored: bool) -> None:
        """Draw another figure from now on."""
        self._figure, self._is_mirrored = figure, is_mirrored
        self.draw()

    def draw(self) -> None:
        """Draw the moment that it has come to."""
        width, height = self.outer_size
        if self._figure and width and height and self.screen.is_current:
            self.show(shot_in_turn(self._figure, monotonic(), self._is_mirrored))
