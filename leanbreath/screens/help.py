"""The keys of a screen."""

from collections.abc import Collection, Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from leanbreath.presentation.home_keys import home_keys
from leanbreath.screens.dialog import Dialog
from leanbreath.screens.registry import SCREENS
from leanbreath.session.keys import KEYS, Action, Key


class HelpScreen(Dialog[None]):
    """Lists every key, one a line, while whatever is below keeps running."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,question_mark,q,enter", "dismiss", "close"),
        ("space,pagedown,right", "more", "more"),
    ]
    space_label = "close"

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__()
        self._lines = tuple(lines)

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static("\n".join(self._lines), markup=False)

    def action_more(self) -> None:
        """Show more, or close at the end."""
        if not self.show_more():
            self.dismiss()


def home_help() -> HelpScreen:
    """Return the keys of the home screen."""
    return HelpScreen(home_keys([(each.key, each.label) for each in SCREENS.values()]))


def session_keys(active: Collection[Action]) -> Iterator[str]:
    """Yield a line for each key of a session, first those whose actions are active: they do something now."""
    now = [_line(key) for key in KEYS if key.action in active]
    later = [_line(key) for key in KEYS if key.action not in active]
    yield from ("Keys (the session keeps running)", "", *now, *(["At other times:", *later] if later else ()))


def _line(key: Key) -> str:
    return f"{key.symbol:>6}  {key.help}"
