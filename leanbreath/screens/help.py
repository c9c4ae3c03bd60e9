"""The keys of a session: first those that do something now."""

from collections.abc import Collection
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from leanbreath.screens.dialog import Dialog
from leanbreath.session.keys import KEYS, Action, Key


class HelpScreen(Dialog[None]):
    """Lists every key while the session keeps running; `active` are the actions that do something now."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,question_mark,q,enter", "dismiss", "close"),
        ("space,pagedown,right", "more", "more"),
    ]
    space_label = "close"

    def __init__(self, active: Collection[Action]) -> None:
        super().__init__()
        self._active = active

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        now = [_line(key) for key in KEYS if key.action in self._active]
        later = [_line(key) for key in KEYS if key.action not in self._active]
        lines = ["Keys (the session keeps running)", "", *now, *(["At other times:", *later] if later else ())]
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static("\n".join(lines), markup=False)

    def action_more(self) -> None:
        """Show more, or close at the end."""
        if not self.show_more():
            self.dismiss()


def _line(key: Key) -> str:
    return f"{key.symbol:>6}  {key.help}"
