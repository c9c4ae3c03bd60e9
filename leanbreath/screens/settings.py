"""The settings: each with a sentence of help, saved as soon as it is changed."""

from typing import Any, ClassVar

from rich.text import Text
from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Footer, Input, Select, Static

from leanbreath.presentation.home_data import HomeData
from leanbreath.presentation.settings_page import SettingRow, substitution_row
from leanbreath.screens.data_screen import DataScreen
from leanbreath.widgets.plain_text import PlainText

THEME = ("screen", "theme")


class SettingsScreen(DataScreen):
    """Shows every setting and saves what is changed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "back", key_display="esc")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal")]  # noqa: RUF012 - Textual's own form

    def __init__(self, data: HomeData) -> None:
        super().__init__(data)
        self._page = data.settings()
        self._rows = {row.id: row for row in self._page.rows}

    def compose(self) -> ComposeResult:
        """Show a row for each setting; a file with an error has none."""
        yield PlainText("Settings", id="title")
        with VerticalScroll(can_focus=False):
            yield from map(_setting, self._page.rows)
            if not self._page.error:
                yield _new_substitution(self._page.drills)
                yield _rules(self._page.file)
        yield Static(markup=False, id="message")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Show the error of the file, and follow a theme that is set from the palette."""
        if self._page.error:
            self._show(f"{self._page.error}. Fix it in {self._page.file} to change settings here.", True)
        self.watch(self.app, "theme", self._refresh_rows, init=False)

    @on(Select.Changed, "#replaced")
    async def add_substitution(self, event: Select.Changed) -> None:
        """Add a row for a drill to replace."""
        if event.value not in {drill.value for drill in self._page.drills}:
            return
        row = substitution_row(str(event.value), "", self._page.drills)
        if row.id not in self._rows:
            self._rows[row.id] = row
            await self.query_one(VerticalScroll).mount(_setting(row), before=-2)
        self.query_one(f"#{row.id}").focus()

    @on(Select.Changed, ".field")
    def save_choice(self, event: Select.Changed) -> None:
        """Save a choice, or go back to the one before."""
        id = event.select.id or ""
        if not self._save(id, str(event.value)):
            self.query_one(f"#{id}", Select).value = self._rows[id].value

    @on(Input.Submitted)
    @on(Input.Blurred)
    def save_text(self, event: Input.Submitted | Input.Blurred) -> None:
        """Save a text, or leave it marked to be corrected."""
        event.input.set_class(not self._save(event.input.id or "", event.value.strip()), "-wrong")

    def action_leave(self) -> None:
        """Save the text in the focused field and go back; if it is invalid, say why, and go back the next time."""
        field = self.focused
        if isinstance(field, Input) and not self._save(field.id or "", field.value.strip()):
            field.value = self._rows[field.id or ""].value
            field.remove_class("-wrong")
        else:
            self.dismiss()

    def _save(self, id: str, value: str) -> bool:
        """Save a setting that has changed; return whether it has that value now."""
        row = self._rows[id]
        if value == row.value:
            return True
        if error := self.data.save(row.path, value):
            self._show(f"{row.name}: {error}", True)
            return False
        self._refresh_rows()
        self._show(f"Saved. {row.name}: {self._rows[id].label}")
        if row.path == THEME:
            self.app.theme = value
        return True

    def _refresh_rows(self) -> None:
        """Show the saved values; a drill without a substitute keeps its row until the screen is left."""
        saved = {row.id: row for row in self.data.settings().rows}
        for id, before in self._rows.items():
            row = self._rows[id] = saved.get(id, before._replace(value=""))
            field = self.query_one(f"#{id}")
            if isinstance(field, Input | Select) and row.value != before.value:
                field.value = row.value

    def _show(self, text: str, is_error: bool = False) -> None:
        message = self.query_one("#message", Static)
        message.update(text)
        message.set_class(is_error, "-wrong")


def apply_theme(app: App[Any], data: HomeData, theme: str) -> None:
    """Set a theme and save it."""
    error = data.save(THEME, theme)
    app.theme = theme
    if error:
        app.notify(error, title="Theme not saved", severity="warning", markup=False)


def _setting(row: SettingRow) -> Widget:
    return _labelled(row.name, _field(row), row.help)


def _field(row: SettingRow) -> Select[str] | Input:
    if not row.choices:
        return Input(row.value, row.unset, id=row.id, classes="field", compact=True)
    options = [(Text(choice.label), choice.value) for choice in row.choices]
    return Select(options, value=row.value, allow_blank=False, id=row.id, classes="field", compact=True)


def _new_substitution(drills: tuple[tuple[str, str], ...]) -> Widget:
    options = [(Text(label), value) for value, label in drills]
    choose = Select(options, prompt="choose a drill", id="replaced", compact=True)
    return _labelled("instead of …", choose, "Choose a drill that you always want to replace with another.")


def _rules(file: str) -> Widget:
    text = Static("training rules", markup=False, classes="field")
    return _labelled("rules", text, f"To change these, edit {file}.")


def _labelled(name: str, field: Widget, help: str) -> Widget:
    line = Horizontal(Static(name, markup=False, classes="name"), field)
    return Vertical(line, Static(help, markup=False, classes="help"), classes="setting")
