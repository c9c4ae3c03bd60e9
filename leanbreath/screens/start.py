"""What a session needs, before it begins."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from leanbreath.presentation.preparation_card import PreparationCard
from leanbreath.screens.dialog import Dialog


class StartScreen(Dialog[bool]):
    """Shows a card until the runner is ready, and has read it to its end: True to begin, False to leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("space,enter,right,pagedown,media_play,media_play_pause", "begin", "begin"),
        ("q,escape", "leave", "leave"),
    ]
    space, others = "begins", "q leaves"

    def __init__(self, card: PreparationCard) -> None:
        super().__init__()
        self._card = card

    def compose(self) -> ComposeResult:
        """Lay out the card."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static("\n".join(self._card.lines), markup=False)

    def on_click(self) -> None:
        """Begin, as space does."""
        self.action_begin()

    def action_begin(self) -> None:
        """Begin, once everything has been read."""
        if not self.read_on():
            self.dismiss(True)

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(False)
