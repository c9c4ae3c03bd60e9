"""The settings: each with a sentence, written into the settings file as soon as it is changed."""

from collections.abc import Iterator
from typing import Any, ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Footer, Input, Select, Static

from leanbreath.presentation.home import HomeData, Setting, instead
from leanbreath.screens.data_screen import DataScreen
from leanbreath.widgets.plain_text import PlainText

THEME = ("screen", "theme")


class SettingsScreen(DataScreen):
    """Shows every setting; what is changed is kept, and every other letter of the file stays."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "back", key_display="esc")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal")]  # noqa: RUF012 - Textual's own form

    def __init__(self, data: HomeData) -> None:
        super().__init__(data)
        self._sheet = data.settings()
        self._settings = {_id(each): each for each in self._sheet.settings}

    def compose(self) -> ComposeResult:
        """Lay out the settings; a file that cannot be read has none, and why is told."""
        yield PlainText("Settings", id="title")
        with VerticalScroll(can_focus=False):
            yield from map(_row, self._settings.values())
            if not self._sheet.wrong:
                yield from self._others()
        yield Static(markup=False, id="told")
        yield Footer(compact=True)

    def _others(self) -> Iterator[Widget]:
        """Yield how one more drill gets another in its place, and where the training rules are."""
        drills = [(title, id) for id, title in self._sheet.drills.items()]
        choose = Select(drills, prompt="choose a drill", id="old", compact=True)
        yield _laid(
            "instead of …", choose, "A drill that you always want to do in another way gets another in its place."
        )
        rules = f"They are changed in the file alone, by hand: {self._sheet.file}"
        yield _laid("rules", Static("the rules of training", markup=False, classes="field"), rules)

    def on_mount(self) -> None:
        """Tell why there is nothing to set, where that is so; show a theme that is put on from elsewhere."""
        if self._sheet.wrong:
            self._tell(
                f"{self._sheet.wrong}. Nothing can be set here until that is mended in {self._sheet.file}.", True
            )
        self.watch(self.app, "theme", self._read_again, init=False)

    @on(Select.Changed, "#old")
    async def another(self, event: Select.Changed) -> None:
        """Offer what can be done in the place of a drill."""
        if event.value not in self._sheet.drills:
            return
        made = instead(str(event.value), "", self._sheet.drills)
        if _id(made) not in self._settings:
            self._settings[_id(made)] = made
            await self.query_one(VerticalScroll).mount(_row(made), before=-2)
        self.query_one(f"#{_id(made)}").focus()

    @on(Select.Changed, ".field")
    def chosen(self, event: Select.Changed) -> None:
        """Keep what was chosen; what cannot be is what it was."""
        name = event.select.id or ""
        if not self._kept(name, str(event.value)):
            self.query_one(f"#{name}", Select).value = self._settings[name].value

    @on(Input.Submitted)
    @on(Input.Blurred)
    def written(self, event: Input.Submitted | Input.Blurred) -> None:
        """Keep what was written; what cannot be stays there to be mended."""
        event.input.set_class(not self._kept(event.input.id or "", event.value.strip()), "-wrong")

    def action_leave(self) -> None:
        """Keep what is being written, and go back; where it cannot be kept, say why and go back the next time."""
        field = self.focused
        if isinstance(field, Input) and not self._kept(field.id or "", field.value.strip()):
            field.value = self._settings[field.id or ""].value
            field.remove_class("-wrong")
        else:
            self.dismiss()

    def _kept(self, name: str, value: str) -> bool:
        """Write a setting, unless it is that already; return whether it holds now."""
        setting = self._settings[name]
        if value == setting.value:
            return True
        if trouble := self.data.save(setting.path, value):
            self._tell(f"{setting.name}: {trouble}", True)
            return False
        self._read_again()
        self._tell(f"Kept: {setting.name} is {self._settings[name].shown}.")
        if setting.path == THEME:
            self.app.theme = value
        return True

    def _read_again(self) -> None:
        """Show what holds; a drill that has no other in its place any more is done itself."""
        now = {_id(each): each for each in self.data.settings().settings}
        for name, before in self._settings.items():
            setting = now.get(name, before._replace(value=""))
            self._settings[name] = setting
            field = self.query_one(f"#{name}")
            if isinstance(field, Input | Select) and setting.value != before.value:
                field.value = setting.value

    def _tell(self, text: str, wrong: bool = False) -> None:
        told = self.query_one("#told", Static)
        told.update(text)
        told.set_class(wrong, "-wrong")


def apply_theme(app: App[Any], data: HomeData, theme: str) -> None:
    """Put on a theme and keep it; where it cannot be kept, say why."""
    trouble = data.save(THEME, theme)
    app.theme = theme
    if trouble:
        app.notify(trouble, title="Not kept", severity="warning", markup=False)


def _id(setting: Setting) -> str:
    return "-".join(setting.path)


def _row(setting: Setting) -> Widget:
    return _laid(setting.name, _field(setting), setting.words)


def _laid(name: str, field: Widget, words: str) -> Widget:
    line = Horizontal(Static(name, markup=False, classes="name"), field)
    return Vertical(line, Static(words, markup=False, classes="words"), classes="setting")


def _field(setting: Setting) -> Select[str] | Input:
    if setting.choices is None:
        return Input(setting.value, setting.unset, id=_id(setting), classes="field", compact=True)
    options = [(shown, value) for value, shown in setting.choices.items()]
    return Select(options, value=setting.value, allow_blank=False, id=_id(setting), classes="field", compact=True)
