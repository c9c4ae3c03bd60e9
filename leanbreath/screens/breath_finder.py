"""The runner's own breath, tapped at each in-breath, before a session."""

from fractions import Fraction
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from leanbreath.coach.breath_finder import BreathFinder
from leanbreath.figure.letters import draw_letters
from leanbreath.presentation.breath_finder_text import FOUND_KEYS, HEADING, TAPPING_KEYS, taps_text

BIG_COLUMNS, BIG_ROWS = 24, 6
"""The size of the word, and of the seconds that were found."""


class BreathFinderScreen(ModalScreen[Fraction | None]):
    """Returns how long a breath takes in seconds, None if the runner goes back without it."""

    CSS_PATH = "dialog.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tap", "tap", show=False),
        Binding("enter", "use", "use it", show=False),
        Binding("r", "again", "tap again", show=False),
        Binding("escape,q", "back", "back", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._finder = BreathFinder()

    def compose(self) -> ComposeResult:
        """Lay out the instruction, and the taps so far."""
        with Vertical(id="dialog"):
            yield Static(HEADING, markup=False, id="heading")
            yield Static(markup=False, id="word")
            yield Static(markup=False, id="taps")

    def on_mount(self) -> None:
        """Show that nothing is tapped yet."""
        self._show()

    def on_resize(self) -> None:
        """Leave the big word out where it has no room."""
        self.query_one("#word").display = self.app.size.height >= 18

    def _show(self) -> None:
        breath = self._finder.breath
        word = "IN" if breath is None else f"{float(breath):.1f}"
        self.query_one("#word", Static).update("\n".join(draw_letters(word, BIG_COLUMNS, BIG_ROWS)))
        self.query_one("#taps", Static).update(taps_text(self._finder))
        self.query_one("#dialog").border_subtitle = TAPPING_KEYS if breath is None else FOUND_KEYS

    def on_click(self) -> None:
        """Tap, as space does."""
        self.action_tap()

    def action_tap(self) -> None:
        """Count an in-breath."""
        self._finder = self._finder.tap(monotonic())
        self._show()

    def action_again(self) -> None:
        """Forget the taps."""
        self._finder = BreathFinder()
        self._show()

    def action_use(self) -> None:
        """Return the breath, once it is found."""
        if self._finder.breath is not None:
            self.dismiss(self._finder.breath)

    def action_back(self) -> None:
        """Return without a breath."""
        self.dismiss(None)
