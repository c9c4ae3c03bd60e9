"""The base of the home screen and those behind it: they share the home data and a command palette."""

from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from textual.command import Provider

    from leanbreath.presentation.home_data import HomeData


class DataScreen(Screen[None]):
    """A screen that shows something of the home data; the home screen sets it when it has loaded it."""

    data: "HomeData"

    def __init__(self, data: "HomeData | None" = None) -> None:
        super().__init__()
        if data is not None:
            self.data = data


def _palette_provider() -> "type[Provider]":
    from leanbreath.screens.palette import PaletteProvider  # here, since the palette is seldom opened

    return PaletteProvider


DataScreen.COMMANDS = {_palette_provider}
