"""The settings: each with a sentence, written into the settings file as soon as it is changed."""

from collections.abc import Iterator
from typing import Any, ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Footer, Input, Select, Static

from leanbreath.screens.shelf import Setting, Shelf
from leanbreath.screens.shelf_screen import ShelfScreen
from leanbreath.widgets.words import Words

THEME = ("screen", "theme")
INSTEAD, ITSELF = "instead", "itself"


class SettingsScreen(ShelfScreen):
    """Shows every setting; what is changed is kept, and every other letter of the file stays."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "back", key_display="esc")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal")]  # noqa: RUF012 - Textual's own form

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(shelf)
        self._sheet = shelf.settings()
        self._settings = {_id(each): each for each in self._sheet.settings}

    def compose(self) -> ComposeResult:
        """Lay out the settings, or why there are none."""
        yield Words("Settings", id="title")
        with VerticalScroll(can_focus=False):
            for setting in self._settings.values():
                yield _row(setting, self._called(setting))
            if not self._sheet.wrong:
                yield from self._more()
        yield Static(self._sheet.wrong and _broken(self._sheet.file, self._sheet.wrong), markup=False, id="told")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Mark what is told where it is a mistake."""
        self.query_one("#told").set_class(bool(self._sheet.wrong), "-wrong")

    def _more(self) -> Iterator[Widget]:
        """Yield how another drill is put in the place of one, and where the rules are."""
        drills = [(title, id) for id, title in self._sheet.drills.items()]
        with Vertical(classes="setting", id="another"):
            with Horizontal():
                yield Static("instead of", markup=False, classes="name")
                yield Select(drills, prompt="a drill", id="old", compact=True)
            yield Static("Choose a drill that you always want to do in another way, or not at all.", classes="words")
        yield Static(f"The training rules are changed in the file alone: {self._sheet.file}", markup=False)
