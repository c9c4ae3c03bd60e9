"""What a session needs, before it begins."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static


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

    @property
    def lines(self) -> tuple[str, ...]:
        """The card as lines; the whole text of safety only the first time."""
        return (
            self.title,
            f"{self.length} · {self.about}" if self.about else self.length,
            "",
            f"You need: {', '.join(self.needs) or 'nothing'}",
            *([f"Take care with: {', '.join(self.cautions)}"] if self.cautions else []),
            "",
            *(self.at_first or (self.safety,)),
        )


class StartScreen(ModalScreen[bool]):
    """Shows a card until the runner is ready: True to begin, False to leave."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("space,enter,right,pagedown,media_play,media_play_pause", "begin", "begin"),
        ("q,escape", "leave", "leave"),
    ]

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._card = card

    def compose(self) -> ComposeResult:
        """Lay out the card."""
        with VerticalScroll(id="dialog") as dialog:
            dialog.border_subtitle = "Space begins · q leaves"
            yield Static("\n".join(self._card.lines), markup=False)

    def on_click(self) -> None:
        """Begin."""
        self.dismiss(True)

    def action_begin(self) -> None:
        """Begin."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(False)
