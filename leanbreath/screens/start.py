"""What a session needs, before it begins."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from leanbreath.screens.dialog import Dialog


@dataclass(frozen=True)
class Card:
    """What a runner reads before a session: what it is, how long it takes, what it needs, and whom it may not suit."""

    title: str
    about: str
    length: str
    needs: tuple[str, ...]
    cautions: tuple[str, ...]
    safety: str
    at_first: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The card as lines; the whole text of safety only the first time."""
        return (
            self.title,
            f"{self.length} · {self.about}" if self.about else self.length,
            "",
            f"You need: {', '.join(self.needs) or 'nothing'}",
            *([f"Take care with: {', '.join(self.cautions)}"] if self.cautions else []),
            *([f"Left out today, since it hurt: {', '.join(self.left_out)}"] if self.left_out else []),
            "",
            *(self.at_first or (self.safety,)),
        )


class StartScreen(Dialog[bool]):
    """Shows a card until the runner is ready, and has read it to its end: True to begin, False to leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("space,enter,right,pagedown,media_play,media_play_pause", "begin", "begin"),
        ("q,escape", "leave", "leave"),
    ]
    space, others = "begins", "q leaves"

    def __init__(self, card: Card) -> None:
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
