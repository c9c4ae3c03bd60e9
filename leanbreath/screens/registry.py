"""The screens that open over the home screen: where each is, its key, and its name in the footer and the palette."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from textual.app import App

if TYPE_CHECKING:
    from leanbreath.presentation.home_data import HomeData
    from leanbreath.screens.data_screen import DataScreen


class Entry(NamedTuple):
    """A screen, imported when it is first opened."""

    module: str
    name: str
    key: str
    label: str

    def build(self, data: "HomeData", *arguments: str) -> "DataScreen":
        """Return a new screen over the home data."""
        made = getattr(import_module(f"leanbreath.screens.{self.module}"), self.name)
        return cast("DataScreen", made(data, *arguments))


SCREENS = {
    "drills": Entry("drills", "DrillsScreen", "d", "drills"),
    "lessons": Entry("lessons", "LessonsScreen", "l", "lessons"),
    "checkup": Entry("checkup", "CheckupScreen", "c", "check-up"),
    "plan": Entry("plan", "PlanScreen", "w", "plan"),
    "history": Entry("history", "HistoryScreen", "h", "history"),
    "settings": Entry("settings", "SettingsScreen", "s", "settings"),
}
"""A new screen is a module of its own and a line here."""


def open_screen(app: App[Any], data: "HomeData", name: str, *arguments: str) -> None:
    """Show a screen over the home screen, instead of any other that is open."""
    screen = SCREENS[name].build(data, *arguments)
    if len(app.screen_stack) > 1:
        app.switch_screen(screen)
    else:
        app.push_screen(screen)
