"""What the home screen and those behind it have in common: the shelf, and a palette of all that can be done with it."""

from typing import TYPE_CHECKING

from textual.screen import Screen

from leanbreath.presentation.home import Shelf

if TYPE_CHECKING:
    from textual.command import Provider


class ShelfScreen(Screen[None]):
    """A screen that shows something of the shelf."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf


def _finder() -> "type[Provider]":
    from leanbreath.screens.palette import Finder  # here, since the palette is seldom opened

    return Finder


ShelfScreen.COMMANDS = {_finder}
