"""Says what was done when a session is over."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static


class EndScreen(ModalScreen[None]):
    """Shows the lines of a summary until a key ends it."""

    BINDINGS: ClassVar[list[BindingType]] = [("q,enter,space,escape", "dismiss", "end")]

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Lay out the summary."""
        with Vertical(id="dialog"):
            yield Static("\n".join([*self._lines, "", "Space ends."]), markup=False)
