"""The card of today, with the moving figure of its key drill where there is room."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from leanbreath.widgets.text_parts import TextParts

if TYPE_CHECKING:
    from leanbreath.figure.shot_selection import DrillFigure
    from leanbreath.presentation.today_card import TodayCard


class TodayPanel(Horizontal, can_focus=True):
    """Shows a card; enter and a click start what it suggests.

    In a frame, its heading and its keys stand in the border.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.today", "start", show=False),
        Binding("left", "screen.length(-1)", "less time", show=False),
        Binding("right", "screen.length(1)", "more time", show=False),
        Binding("up", "app.focus_previous", "up", show=False),
        Binding("down", "app.focus_next", "down", show=False),
    ]
    card: "TodayCard | None" = None
    _is_framed, _figure_columns = False, 0

    def compose(self) -> ComposeResult:
        """Lay out the text; a figure comes when it is loaded."""
        yield TextParts(id="today")

    def show(self, card: "TodayCard") -> None:
        """Show a card."""
        self.card = card
        self.draw()

    def lay_out(self, is_framed: bool, figure_columns: int) -> None:
        """Stand in a frame or not, with so many columns for the figure, 0 for none."""
        self._is_framed, self._figure_columns = is_framed, figure_columns
        self.draw()

    def draw(self) -> None:
        """Show the card as the panel is now."""
        for figure in self.query("#figure"):
            figure.styles.width, figure.display = self._figure_columns, self._figure_columns > 0
        if self.card is not None:
            card, is_framed = self.card, self._is_framed
            self.border_title, self.border_subtitle = card.heading, card.all_keys
            self.query_one(TextParts).show(lambda columns: card.parts(columns, is_framed))

    async def show_figure(self, figure: "DrillFigure | None", is_calm: bool) -> None:
        """Show a figure in place of the one before, or none."""
        from leanbreath.widgets.moving_figure import MovingFigure  # here, since the first frame has none

        await self.query("#figure").remove()
        if figure is not None:
            await self.mount(MovingFigure(figure, is_calm, id="figure"))
            self.draw()

    async def on_click(self) -> None:
        """Start, as enter does."""
        await self.run_action("screen.today")
