"""The settings: each with a sentence, written into the settings file as soon as it is changed."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Input, Select, Static

from leanbreath.screens.shelf import Setting, Shelf
from leanbreath.widgets.words import Words


class SettingsScreen(Screen[None]):
    """Shows every setting; what is changed is kept, and every other letter of the file stays."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "back", key_display="esc")]

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._settings = {f"{each.section}-{each.key}": each for each in shelf.settings()}

    def compose(self) -> ComposeResult:
        """Lay out the settings."""
        yield Words("Settings", id="title")
        with VerticalScroll(can_focus=False):
            for name, setting in self._settings.items():
                with Vertical(classes="setting"):
                    with Horizontal():
                        yield Static(f"{setting.section} · {setting.key}", markup=False, classes="name")
                        yield _field(name, setting)
                    yield Static(setting.words, markup=False, classes="words")
        yield Words(id="told")
        yield Footer(show_command_palette=False, compact=True)

    @on(Select.Changed)
    def chosen(self, event: Select.Changed) -> None:
        """Keep what was chosen."""
        self._keep(event.select.id or "", str(event.value))

    @on(Input.Submitted)
    def written(self, event: Input.Submitted) -> None:
        """Keep what was written."""
        self._keep(event.input.id or "", event.value.strip())

    def _keep(self, name: str, value: str) -> None:
        setting = self._settings[name]
        if value != setting.value:
            trouble = self._shelf.save(setting.section, setting.key, value)
            self.query_one("#told", Words).show(trouble or f"Kept: {setting.section} {setting.key} is {value}.")
            if not trouble:
                self._settings[name] = setting._replace(value=value)


def _field(name: str, setting: Setting) -> Select[str] | Input:
    if setting.choices:
        options = [(choice, choice) for choice in setting.choices]
        return Select(options, value=setting.value, allow_blank=False, id=name, compact=True)
    return Input(setting.value, id=name, compact=True)
