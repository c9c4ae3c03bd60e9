"""What moves on a screen: figure, phase, pacer, digits, and what is to come."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from leanbreath.figure.letters import draw_letters
from leanbreath.figure.lookahead_strip import draw_lookahead
from leanbreath.figure.pacer import draw_pacer
from leanbreath.figure.raster import Rows, plain_rows
from leanbreath.figure.scene import draw_shot
from leanbreath.figure.shot_selection import DrillFigure, select_shot
from leanbreath.presentation.view_model import SessionView
from leanbreath.score.kinds import SEGMENTS
from leanbreath.score.lookahead import level_grid, upcoming_levels
from leanbreath.score.score import RATE
from leanbreath.session.session import Status
from leanbreath.widgets.canvas import Canvas
from leanbreath.widgets.plain_text import PlainText

VIEWS = ("figure", "digits", "text")
"""Figure and pacer; giant digits alone; words only."""

MOVING = ("figure", "pacer", "rail")
CALM_STEPS_A_SECOND = 2
"""So often does anything move for those who want calm."""


class Animation(Vertical):
    """Shows one moment in one of three views; what cannot be seen is not drawn."""

    def __init__(self, view: str = "figure", calm: bool = False) -> None:
        super().__init__(id="animation", classes=f"-{view}")
        self._figures: Mapping[str, DrillFigure] = {}
        self._calm = calm
        self._beat = -1
        self._shown: tuple[Status, SessionView] | None = None
        self._place: object = None
        self._rail: Rows = ()

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        with Horizontal(id="moving"):
            yield Canvas(id="figure")
            with Vertical(id="count-box"):
                yield Canvas(id="big_word")
                yield PlainText(id="phase")
                with Horizontal(id="counting"):
                    yield Canvas(id="pacer")
                    yield Canvas(id="count")
        yield Canvas(id="rail")

    def on_mount(self) -> None:
        """Find the parts once."""
        self._canvases = {str(each.id): each for each in self.query(Canvas)}
        self._said = self.query_one("#phase", PlainText)

    def set_figures(self, figures: Mapping[str, DrillFigure]) -> None:
        """Let drills be seen by their figures; those without one are seen by the pacer alone."""
        self._figures = figures

    def show_next_view(self) -> None:
        """Go to the next view."""
        now = next(view for view in VIEWS if self.has_class(f"-{view}"))
        self.remove_class(f"-{now}")
        self.add_class(f"-{VIEWS[(VIEWS.index(now) + 1) % len(VIEWS)]}")

    def show(self, status: Status, face: SessionView) -> None:
        """Draw a status."""
        self._shown = status, face
        self.set_class(len(face.count) > 2 and SEGMENTS[face.kind].is_timer, "-long")
        self._said.show(self._words(face))
        beat, before = status.device_frame * CALM_STEPS_A_SECOND // RATE, self._beat
        self._beat = beat
        for name, canvas in self._canvases.items():
            width, height = canvas.size
            still = self._calm and beat == before and name in MOVING
            if width and height and canvas.display and not still:
                canvas.paint(self._drawn(name, status, face, width, height))

    def _words(self, face: SessionView) -> str:
        """Return the words of a phase, where they say more than the word that is read from afar."""
        if self.has_class("-text"):
            return f"{face.phase} {face.count}".strip()
        return face.phase if face.phase != face.big_word or self.has_class("-digits") else ""

    def _drawn(self, name: str, status: Status, face: SessionView, width: int, height: int) -> Rows:
        match name:
            case "figure":
                shot = select_shot(self._figures, status.snapshot)
                self.set_class(shot is None, "-alone")
                if shot:
                    return draw_shot(shot, width, height)
                return plain_rows(draw_pacer(face.kind, face.level, width, height, face.side))
            case "pacer":
                return plain_rows(draw_pacer(face.kind, face.level, width, height, face.side))
            case "rail":
                return self._coming(status, width, height)
        return plain_rows(draw_letters(getattr(face, name), width, height))

    def _coming(self, status: Status, width: int, height: int) -> Rows:
        """Return the rail, drawn again when it has moved by a place."""
        place = (id(status.score), level_grid(status.score, status.snapshot.frame, 2 * width), width, height)
        if place != self._place:
            self._place = place
            self._rail = draw_lookahead(upcoming_levels(status.score, status.snapshot.frame, 2 * width), width, height)
        return self._rail

    def on_resize(self) -> None:
        """Draw again for the new size."""
        if self._shown:
            self._beat = -1
            self.call_after_refresh(lambda: self.show(*self._shown) if self._shown else None)
