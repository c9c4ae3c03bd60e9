"""Asks before a session is ended."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static


class LeaveScreen(ModalScreen[bool]):
    """Returns True to end the session, False to go on."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("y,q,enter", "leave(True)", "end"),
        ("n,escape,space", "leave(False)", "go on"),
    ]

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Vertical(id="dialog"):
            yield Static("End the session?\n\ny  end it, what was done is kept\nn  go on", markup=False)

    def action_leave(self, leave: bool) -> None:
        """Give the answer."""
        self.dismiss(leave)
