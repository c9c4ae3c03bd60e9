"""The moving part of a screen: figure, word, pacer, number and what comes next."""

from collections.abc import Mapping
from dataclasses import replace

from textual.app import ComposeResult

from leanbreath.figure.pose_scene import Shot
from leanbreath.figure.readout import Readout, draw_readout
from leanbreath.figure.shot_selection import DrillFigure, select_shot
from leanbreath.presentation.view_model import SessionView
from leanbreath.score.score import RATE
from leanbreath.score.snapshot import snapshot_at
from leanbreath.session.status import Status
from leanbreath.widgets.box import Column, Row
from leanbreath.widgets.canvas import Canvas
from leanbreath.widgets.figure_canvas import FigureCanvas
from leanbreath.widgets.lookahead import Lookahead
from leanbreath.widgets.plain_text import PlainText

VIEWS = ("figure", "digits", "text")
"""Figure and pacer; giant digits alone; words only."""

CALM_STEPS_PER_SECOND = 2
"""How often anything moves in calm mode."""

CALM_BEAT_LEVEL = 0.5
"""Where the dot of a cadence stands in calm mode, as its figure does: they would seem to jump at random."""


class Animation(Column):
    """Shows one moment of a score in one of three views; what is hidden is not drawn."""

    def __init__(self, view: str = "figure", is_calm: bool = False) -> None:
        super().__init__(id="animation", classes=f"-{view}")
        self._figures: Mapping[str, DrillFigure] = {}
        self._is_calm = is_calm
        self._step, self._level = -1, 0.0
        self._shown: tuple[Status, SessionView] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        with Row(id="moving"):
            yield FigureCanvas(id="figure")
            yield Canvas(id="readout")
            yield PlainText(id="phase")
        yield Lookahead(id="lookahead")

    def on_mount(self) -> None:
        """Find the parts once."""
        self.figure, self._readout = self.query_one(FigureCanvas), self.query_one("#readout", Canvas)
        self._lookahead, self._phase = self.query_one(Lookahead), self.query_one("#phase", PlainText)

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
        if self.has_class("-text"):
            self._phase.show(f"{view.phase or view.big_word} {view.number}".strip())
            return
        step, before = status.device_frame * CALM_STEPS_PER_SECOND // RATE, self._step
        self._step = step
        for canvas in (self.figure, self._readout, self._lookahead):
            canvas.is_faded = view.is_paused and canvas is not self._readout
        if not self._is_calm or step != before:
            is_still = self._is_calm and status.snapshot.segment.kind == "beat"
            self._level = CALM_BEAT_LEVEL if is_still else view.level
            self._draw_figure(_at_start(status) if is_still else status)
            self._draw_lookahead(status)
        self._draw_readout(replace(view, level=self._level))

    def _draw_figure(self, status: Status) -> None:
        shot = self._shot(status)
        if shot and self.figure.display and all(self.figure.outer_size):
            self.figure.show(shot)

    def _draw_lookahead(self, status: Status) -> None:
        if self._lookahead.display and all(self._lookahead.outer_size):
            self._lookahead.show(status.score, status.snapshot.frame)

    def _draw_readout(self, view: SessionView) -> None:
        readout = Readout(view.big_word, view.sub_word, view.count, view.total, view.shape, view.level, view.keys)
        if self.has_class("-digits") and (view.count or view.keys):
            readout = readout._replace(word="", sub_word=view.phase or view.big_word, shape=None)
        self._readout.paint(draw_readout(readout, *self._readout.outer_size))

    def _shot(self, status: Status) -> Shot | None:
        shot = select_shot(self._figures, status.snapshot)
        self.set_class(shot is None, "-alone")
        return shot

    def on_resize(self) -> None:
        """Draw again for the new size."""
        if self._shown:
            self._step = -1
            self.call_after_refresh(lambda: self.show(*self._shown) if self._shown else None)


def _at_start(status: Status) -> Status:
    """Return the status at the start of its passage."""
    start, _ = status.score.passage_span(status.snapshot.segment.passage)
    return replace(status, snapshot=snapshot_at(status.score, start))
