"""A dialog over a session: a text with one key that shows more of it and, at its end, answers."""

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """A box of text that may be longer than the window; `space_label` names what space does at its end."""

    CSS_PATH = "dialog.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,pageup,left", "scroll_lines(-1)", "up", show=False),
        Binding("down", "scroll_lines(1)", "down", show=False),
    ]
    space_label: ClassVar[str] = ""

    def on_mount(self) -> None:
        """Show the keys in the lower border."""
        self.call_after_refresh(self._show_keys)

    def on_resize(self) -> None:
        """Show whether there is more now."""
        self.call_after_refresh(self._show_keys)

    @property
    def other_keys(self) -> str:
        """What other keys do."""
        return ""

    @property
    def box(self) -> VerticalScroll:
        """The box."""
        return self.query_one("#dialog", VerticalScroll)

    def has_more(self) -> bool:
        """Return whether there is more text below."""
        return self.box.scroll_offset.y < self.box.max_scroll_y

    def show_more(self) -> bool:
        """Scroll down by a page, and return whether there was more."""
        if not self.has_more():
            return False
        self.box.scroll_relative(y=max(self.box.size.height - 1, 1), animate=False)
        self.call_after_refresh(self._show_keys)
        return True

    def action_scroll_lines(self, lines: int) -> None:
        """Scroll by some lines."""
        self.box.scroll_relative(y=2 * lines, animate=False)
        self.call_after_refresh(self._show_keys)

    def _show_keys(self) -> None:
        space = f"Space: {'more' if self.has_more() else self.space_label}"
        self.box.border_subtitle = " · ".join(filter(None, (space, self.other_keys)))
