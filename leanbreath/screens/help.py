"""The keys of a session."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from leanbreath.screens.dialog import Dialog
from leanbreath.session.keys import KEYS


class HelpScreen(Dialog[None]):
    """Lists every key while the session keeps running."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,question_mark,q,enter", "dismiss", "close"),
        ("space,pagedown,right", "more", "more"),
    ]
    space_label = "close"

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        lines = [f"{key.symbol:>6}  {key.help}" for key in KEYS]
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static("\n".join(["Keys (the session keeps running)", "", *lines]), markup=False)

    def action_more(self) -> None:
        """Show more, or close at the end."""
        if not self.show_more():
            self.dismiss()
