"""The library: every drill with its moving figure and all there is to know of it."""

from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from leanbreath.figure.motion import way
from leanbreath.figure.scene import draw, shot
from leanbreath.score.ease import ease
from leanbreath.screens.shelf import DrillPage, Shelf
from leanbreath.widgets.canvas import Canvas

FRAMES_A_SECOND = 20
ROUND_SECONDS = 6.0
"""How long a figure takes there and back."""


class DrillsScreen(Screen[None]):
    """Lists the drills; the one that is highlighted is shown whole."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,d", "dismiss", "back", key_display="esc"),
        Binding("pagedown", "read(1)", "read on"),
        Binding("pageup", "read(-1)", "read back", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal")]  # noqa: RUF012 - Textual's own form

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._pages: tuple[DrillPage, ...] = ()
        self._page: DrillPage | None = None

    def compose(self) -> ComposeResult:
        """Lay out list, figure and text."""
        with Horizontal():
            yield OptionList()
            with VerticalScroll(id="page", can_focus=False):
                yield Canvas(id="figure")
                yield Static(markup=False, id="text")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """List the drills."""
        self._canvas = self.query_one(Canvas)
        self._pages = self._shelf.drills()
        options, family = self.query_one(OptionList), ""
        for index, page in enumerate(self._pages):
            if page.family != family:
                family = page.family
                options.add_option(Option(Content.styled(family.upper(), "bold"), disabled=True))
            options.add_option(Option(Content(page.title), id=str(index)))
        options.focus()
        options.highlighted = 1
        self.set_interval(1 / FRAMES_A_SECOND, self._tick)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the drill."""
        self._page = self._pages[int(event.option_id or 0)]
        self.query_one("#text", Static).update("\n".join(self._page.lines))
        self._canvas.display = self._page.figure is not None
        self.query_one("#page").scroll_home(animate=False)

    def _tick(self) -> None:
        """Move the figure, one pose after the other where there are more."""
        figure = self._page.figure if self._page else None
        width, height = self._canvas.size
        if figure is None or not width or not height:
            return
        rounds, part = divmod(monotonic() / ROUND_SECONDS, 1.0)
        pose = figure.poses[int(rounds) % len(figure.poses)][1]
        level = ease(1.0 - abs(2.0 * part - 1.0))
        self._canvas.paint(
            draw(shot(pose, way(pose, level, part * ROUND_SECONDS), False, False, figure.targets), width, height)
        )

    def action_read(self, pages: int) -> None:
        """Scroll the text by a page."""
        page = self.query_one("#page")
        page.scroll_relative(y=pages * (page.size.height - 2), animate=False)
