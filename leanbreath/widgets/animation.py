"""The moving part of a screen: figure, phase, pacer, digits and what comes next."""

from collections.abc import Mapping

from textual.app import ComposeResult

from leanbreath.figure.letters import draw_letters
from leanbreath.figure.pacer import draw_pacer
from leanbreath.figure.picture import plain_rows
from leanbreath.figure.pose_scene import Shot
from leanbreath.figure.shot_selection import DrillFigure, select_shot
from leanbreath.presentation.view_model import SessionView
from leanbreath.score.kinds import SEGMENTS
from leanbreath.score.score import RATE
from leanbreath.session.session import Status
from leanbreath.widgets.box import Column, Row
from leanbreath.widgets.canvas import Canvas
from leanbreath.widgets.figure_canvas import FigureCanvas
from leanbreath.widgets.lookahead import Lookahead
from leanbreath.widgets.plain_text import PlainText

VIEWS = ("figure", "digits", "text")
"""Figure and pacer; giant digits alone; words only."""

MOVING = ("figure", "pacer", "lookahead")
CALM_STEPS_PER_SECOND = 2
"""How often anything moves in calm mode."""


class Animation(Column):
    """Shows one moment of a score in one of three views; what is hidden is not drawn."""

    def __init__(self, view: str = "figure", is_calm: bool = False) -> None:
        super().__init__(id="animation", classes=f"-{view}")
        self._figures: Mapping[str, DrillFigure] = {}
        self._is_calm = is_calm
        self._step = -1
        self._shown: tuple[Status, SessionView] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        with Row(id="moving"):
            yield FigureCanvas(id="figure")
            with Column(id="count-box"):
                yield Canvas(id="big_word")
                yield PlainText(id="phase")
                with Row(id="counting"):
                    yield Canvas(id="pacer")
                    yield Canvas(id="count")
        yield Lookahead(id="lookahead")

    def on_mount(self) -> None:
        """Find the parts once."""
        self._canvases = {str(each.id): each for each in self.query(Canvas)}
        self.figure = self.query_one("#figure", FigureCanvas)
        self._phase = self.query_one("#phase", PlainText)

    def set_figures(self, figures: Mapping[str, DrillFigure]) -> None:
        """Show these drills by their figures; any other is shown by the pacer alone."""
        self._figures = figures

    def show_next_view(self) -> None:
        """Change to the next view."""
        shown = next(view for view in VIEWS if self.has_class(f"-{view}"))
        self.remove_class(f"-{shown}")
        self.add_class(f"-{VIEWS[(VIEWS.index(shown) + 1) % len(VIEWS)]}")

    def show(self, status: Status, view: SessionView) -> None:
        """Draw a status."""
        self._shown = status, view
        self.set_class(len(view.count) > 2 and SEGMENTS[view.kind].is_timer, "-long")
        self._phase.show(self._phase_text(view))
        step, before = status.device_frame * CALM_STEPS_PER_SECOND // RATE, self._step
        self._step = step
        for name, canvas in self._canvases.items():
            width, height = canvas.outer_size
            is_still = self._is_calm and step == before and name in MOVING
            if width and height and canvas.display and not is_still:
                self._draw(name, canvas, status, view)

    def _phase_text(self, view: SessionView) -> str:
        """Return what is done in full; below the big word, what that doesn't say already."""
        if self.has_class("-text"):
            return f"{view.phase} {view.count}".strip()
        return view.phase if self.has_class("-digits") else view.sub_line

    def _draw(self, name: str, canvas: Canvas, status: Status, view: SessionView) -> None:
        width, height = canvas.outer_size
        if isinstance(canvas, Lookahead):
            canvas.show(status.score, status.snapshot.frame)
        elif isinstance(canvas, FigureCanvas) and (shot := self._shot(status)):
            canvas.show(shot)
        elif name in ("figure", "pacer"):
            canvas.paint(plain_rows(draw_pacer(view.kind, view.level, width, height, view.side)))
        else:
            canvas.paint(plain_rows(draw_letters(getattr(view, name), width, height)))

    def _shot(self, status: Status) -> Shot | None:
        shot = select_shot(self._figures, status.snapshot)
        self.set_class(shot is None, "-alone")
        return shot

    def on_resize(self) -> None:
        """Draw again for the new size."""
        if self._shown:
            self._step = -1
            self.call_after_refresh(lambda: self.show(*self._shown) if self._shown else None)
