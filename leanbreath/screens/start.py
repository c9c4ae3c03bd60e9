"""The preparation card, before a session begins."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from leanbreath.presentation.preparation_card import PreparationCard
from leanbreath.screens.dialog import Dialog


class StartScreen(Dialog[bool]):
    """Shows a card until the runner has read it to its end: True to start, False to leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("space,enter,right,pagedown,media_play,media_play_pause", "start", "start"),
        ("q,escape", "leave", "leave"),
    ]
    space_label, other_keys = "start", "q: leave"

    def __init__(self, card: PreparationCard) -> None:
        super().__init__()
        self._card = card

    def compose(self) -> ComposeResult:
        """Lay out the card."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static("\n".join(self._card.lines), markup=False)

    def on_click(self) -> None:
        """Start, as space does."""
        self.action_start()

    def action_start(self) -> None:
        """Show more of the card, or start at its end."""
        if not self.show_more():
            self.dismiss(True)

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(False)
