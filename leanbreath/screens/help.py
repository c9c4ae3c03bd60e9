"""The keys, over whatever is going on."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from leanbreath.screens.dialog import Dialog
from leanbreath.session.keys import KEYS


class HelpScreen(Dialog[None]):
    """Lists every key; any of some closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,question_mark,q,enter", "dismiss", "close"),
        ("space,pagedown,right", "read_on", "read on"),
    ]
    space, others = "closes", "escape too"

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        lines = [f"{key.symbol:>6}  {key.help}" for key in KEYS]
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static("\n".join(["Keys. The session goes on meanwhile.", "", *lines]), markup=False)

    def action_read_on(self) -> None:
        """Read on; at the end, close."""
        if not self.read_on():
            self.dismiss()
