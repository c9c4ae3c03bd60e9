"""Dialogs over a session: text that is read on with the same key that answers."""

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """A box of text that may be longer than the window; `space` says what that key does at its end."""

    CSS_PATH = "dialog.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,pageup,left", "read(-1)", "back", show=False),
        Binding("down", "read(1)", "on", show=False),
    ]
    space: ClassVar[str] = ""
    others: ClassVar[str] = ""

    def on_mount(self) -> None:
        """Say what the keys do."""
        self.call_after_refresh(self._hint)

    def on_resize(self) -> None:
        """Say anew whether there is more."""
        self.call_after_refresh(self._hint)

    @property
    def box(self) -> VerticalScroll:
        """The box."""
        return self.query_one("#dialog", VerticalScroll)

    def more(self) -> bool:
        """Return whether there is more to read."""
        return self.box.scroll_offset.y < self.box.max_scroll_y

    def read_on(self) -> bool:
        """Read on by a page, where there is more; return whether there was."""
        if not self.more():
            return False
        self.box.scroll_relative(y=max(self.box.size.height - 1, 1), animate=False)
        self.call_after_refresh(self._hint)
        return True

    def action_read(self, lines: int) -> None:
        """Read on, or back, by lines."""
        self.box.scroll_relative(y=2 * lines, animate=False)
        self.call_after_refresh(self._hint)

    def _hint(self) -> None:
        space = "More below: space reads on" if self.more() else f"Space {self.space}"
        self.box.border_subtitle = f"{space} · {self.others}"
