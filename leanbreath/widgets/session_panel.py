"""Everything a session shows below its title."""

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.widgets import Static

from leanbreath.figure.pacer import progress_line
from leanbreath.presentation.set_up import whole_lines
from leanbreath.presentation.view_model import SessionView, session_view
from leanbreath.session.status import Status
from leanbreath.widgets.animation import Animation
from leanbreath.widgets.box import Column
from leanbreath.widgets.plain_text import PlainLines, PlainText

TOO_SMALL = "leanbreath needs a window of 40 by 12."


class SessionPanel(Column):
    """Shows the status of a session.

    The texts above and below the animation are in columns of their own, so that they are not drawn again as it moves.
    """

    def __init__(self, view: str, is_calm: bool) -> None:
        super().__init__()
        self.animation = Animation(view, is_calm)

    def compose(self) -> ComposeResult:
        """Lay out the texts around the animation."""
        with Column(id="above"):
            yield PlainText(id="progress")
            yield PlainText(id="drill")
            yield PlainText(id="place")
        yield self.animation
        with Column(id="below"):
            yield PlainLines(id="instruction")
            yield PlainText(id="next")
            yield PlainText(id="notice")
        yield Static(id="small", markup=False)

    def on_mount(self) -> None:
        """Find the parts once."""
        self._texts = {str(each.id): each for each in self.query(PlainText)}
        self._instruction = self.query_one("#instruction", PlainLines)
        self._small = self.query_one("#small", Static)
        self._texts["notice"].display = False

    def show(self, status: Status) -> SessionView:
        """Draw a status, and return the view of it."""
        view = session_view(status)
        for name in ("drill", "place", "next"):
            self._texts[name].show(getattr(view, name))
        self.set_class(cell_len(view.drill) > self._texts["drill"].outer_size.width, "-long-title")
        self.set_class(bool(view.set_up), "-set-up")
        self.set_class(view.is_paused, "-paused")
        instruction = self._instruction
        width, height = instruction.outer_size
        instruction.show_lines(whole_lines(view.set_up, width, height) or (view.instruction,))
        progress = self._texts["progress"]
        progress.show(progress_line(view.progress, progress.outer_size.width))
        if self._small.region:
            self._small.update(f"{f'{view.big_word} {view.number}'.strip()}\n{view.clock}\n{view.drill}\n{TOO_SMALL}")
        else:
            self.animation.show(status, view)
        return view

    def show_notice(self, text: str) -> None:
        """Show a notice in a row of its own, or hide the row."""
        self._texts["notice"].show(text)
        self._texts["notice"].display = bool(text)
