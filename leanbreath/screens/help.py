"""The keys, over whatever is going on."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from leanbreath.session.keys import KEYS


class HelpScreen(ModalScreen[None]):
    """Lists every key; any of three closes it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("escape,question_mark,q,space,enter", "dismiss", "close")]

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        lines = [f"{key.shown:>6}  {key.words}" for key in KEYS]
        with Vertical(id="dialog"):
            yield Static(
                "\n".join(["Keys", "", *lines, "", "The session goes on meanwhile. Space closes this."]), markup=False
            )
