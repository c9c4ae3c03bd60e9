"""The library: every drill with its moving figure and all there is to know of it."""

from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from leanbreath.figure.motion import way
from leanbreath.figure.scene import draw, shot
from leanbreath.score.ease import ease
from leanbreath.screens.lessons import LessonsScreen
from leanbreath.screens.reading import ReadingScreen, headed
from leanbreath.screens.shelf import DrillPage, Shelf
from leanbreath.widgets.canvas import Canvas

FRAMES_A_SECOND, CALM_FRAMES_A_SECOND = 20, 2
ROUND_SECONDS = 6.0
"""How long a figure takes there and back."""


class DrillsScreen(ReadingScreen):
    """Lists the drills; the one that is highlighted is shown whole, and leads to the lesson about what it helps."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("l", "lesson", "lesson")]

    _pages: tuple[DrillPage, ...] = ()
    _page: DrillPage | None = None

    def __init__(self, shelf: Shelf, first: str = "") -> None:
        super().__init__(shelf)
        self._first = first

    def page(self) -> ComposeResult:
        """Lay out figure and text."""
        yield Canvas(id="figure")
        yield Static(markup=False, id="text")

    def on_mount(self) -> None:
        """List the drills by their families."""
        self._canvas = self.query_one(Canvas)
        self._pages = self.shelf.drills()
        options, family = self.query_one(OptionList), ""
        for index, page in enumerate(self._pages):
            if page.family != family:
                family = page.family
                options.add_option(Option(Content.styled(family.upper(), "bold"), disabled=True))
            options.add_option(Option(Content(page.title), id=str(index)))
        options.focus()
        first = next((n for n, page in enumerate(self._pages) if page.id == self._first), 0)
        options.highlighted = options.get_option_index(str(first))
        self.set_interval(1 / (CALM_FRAMES_A_SECOND if self.shelf.calm() else FRAMES_A_SECOND), self._tick)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the drill."""
        self._page = self._pages[int(event.option_id or 0)]
        self.query_one("#text", Static).update(headed(self._page.lines))
        self._canvas.display = self._page.figure is not None
        self.turn_to_its_start()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the lesson where there is one."""
        return action != "lesson" or bool(self._page and self._page.lessons)

    def action_lesson(self) -> None:
        """Open the lesson about what the drill helps."""
        if self._page and self._page.lessons:
            self.app.push_screen(LessonsScreen(self.shelf, self._page.lessons[0]))

    def _tick(self) -> None:
        """Move the figure, one pose after the other where there are more."""
        figure = self._page.figure if self._page else None
        width, height = self._canvas.size
        if figure is None or not width or not height:
            return
        rounds, part = divmod(monotonic() / ROUND_SECONDS, 1.0)
        pose = figure.poses[int(rounds) % len(figure.poses)][1]
        level = ease(1.0 - abs(2.0 * part - 1.0))
        shown = shot(pose, way(pose, level, part * ROUND_SECONDS), False, False, figure.targets)
        self._canvas.paint(draw(shown, width, height))
