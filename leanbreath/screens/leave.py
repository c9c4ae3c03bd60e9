"""The question before a session ends early."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static


class LeaveScreen(ModalScreen[bool]):
    """Returns True to end the session, False to continue."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("y,q,enter", "leave(True)", "end"),
        ("n,escape,space", "leave(False)", "continue"),
    ]

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Vertical(id="dialog"):
            yield Static("End the session?\n\ny  end it; what you did is saved\nn  continue", markup=False)

    def action_leave(self, leave: bool) -> None:
        """Answer."""
        self.dismiss(leave)
