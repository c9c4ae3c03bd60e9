"""The drills: each with its moving figure and everything about it."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from leanbreath.presentation.drill_figure import shot_in_turn
from leanbreath.presentation.drill_page import DrillPage
from leanbreath.presentation.drill_summary import DrillSummary
from leanbreath.presentation.home_data import HomeData
from leanbreath.screens.lessons import LessonsScreen
from leanbreath.screens.master_detail import MasterDetailScreen, headed
from leanbreath.widgets.figure_canvas import FigureCanvas

FRAMES_PER_SECOND, CALM_FRAMES_PER_SECOND = 20, 2


class DrillsScreen(MasterDetailScreen):
    """Lists the drills and shows the highlighted one; a key opens the lesson about what it helps."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("l", "lesson", "lesson")]

    _page: DrillPage | None = None

    def __init__(self, data: HomeData, first: str = "") -> None:
        super().__init__(data)
        self._first = first

    def page(self) -> ComposeResult:
        """Lay out figure and text."""
        yield FigureCanvas(id="figure")
        yield Static(markup=False, id="text")

    def on_mount(self) -> None:
        """List the drills by family."""
        self._canvas = self.query_one(FigureCanvas)
        options = self.query_one(OptionList)
        options.add_options(_listed(self.data.drills()))
        options.focus()
        known = (index for index, option in enumerate(options.options) if option.id == self._first)
        options.highlighted = next(known, 1)
        self.set_interval(1 / (CALM_FRAMES_PER_SECOND if self.data.is_calm() else FRAMES_PER_SECOND), self._tick)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the drill."""
        self._page = self.data.drill(event.option_id or "")
        self.query_one("#text", Static).update(headed(self._page.lines))
        self._canvas.display = self._page.figure is not None
        self.scroll_to_top()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the lesson if there is one."""
        return action != "lesson" or bool(self._page and self._page.lessons)

    def action_lesson(self) -> None:
        """Open the lesson about what the drill helps."""
        if self._page and self._page.lessons:
            self.app.push_screen(LessonsScreen(self.data, self._page.lessons[0]))

    def _tick(self) -> None:
        """Move the figure through its poses, one after the other."""
        figure = self._page.figure if self._page else None
        width, height = self._canvas.size
        if figure is not None and width and height:
            self._canvas.show(shot_in_turn(figure, monotonic()))


def _listed(drills: Iterable[DrillSummary]) -> Iterator[Option]:
    """Yield the drills under the names of their families."""
    for family, entries in groupby(drills, key=lambda entry: entry.family):
        yield Option(Content.styled(family.upper(), "bold"), disabled=True)
        yield from (Option(Content(entry.title), id=entry.id) for entry in entries)
