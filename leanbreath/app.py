"""Textual wiring: which screen is shown, and how the program leaves it."""

import asyncio
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.theme import Theme

from leanbreath.session.stop import Stopped

if TYPE_CHECKING:
    from leanbreath.screens.shelf import Shelf


STYLES = ("screens/stage.tcss", "screens/session.tcss")
HOME_STYLES = ("screens/home.tcss",)
HIGH_CONTRAST = Theme(
    "high-contrast",
    primary="#ffffff",
    secondary="#ffff00",
    accent="#ffff00",
    warning="#ffb000",
    success="#00ffff",
    error="#ff6060",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#202020",
)
"""White on black; what stands out is yellow, orange or cyan, which differ in lightness too."""

THEME = "textual-dark"
WATCH_STYLES = ("screens/stage.tcss", "screens/watch.tcss")


class Leanbreath(App[str]):
    """Shows one screen until it is left; `ended` is what ended it from outside: a signal or a fault."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", "stop", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", "to the shell", show=False, priority=True),
    ]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, screen: Screen[None], styles: tuple[str, ...] = STYLES) -> None:
        super().__init__(css_path=list(styles))
        self.register_theme(HIGH_CONTRAST)
        self._first = screen
        self.stopped_by: int | None = None
        self.fault: Exception | None = None

    def get_default_screen(self) -> Screen[None]:
        """Return the one screen."""
        return self._first

    def on_mount(self) -> None:
        """Leave in good order when a signal asks for it."""
        loop = asyncio.get_running_loop()
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            if number := getattr(signal, name, None):
                with suppress(NotImplementedError):  # Windows, where the loop takes no signals
                    loop.add_signal_handler(number, self._stop, int(number))

    def _stop(self, number: int) -> None:
        self.stopped_by = int(number)
        self.exit()

    def action_interrupt(self) -> None:
        """Stop, as Ctrl-C does everywhere."""
        self._stop(signal.SIGINT)

    def _handle_exception(self, error: Exception) -> None:
        """Keep a fault for the place that reports faults, instead of printing pages of it."""
        self.fault = self.fault or error
        self.exit(return_code=3)


def _shown(screen: Screen[None], styles: tuple[str, ...] = STYLES, theme: str = THEME) -> str | None:
    app = Leanbreath(screen, styles)
    app.theme = theme
    result = app.run()
    if app.fault is not None:
        raise app.fault
    if app.stopped_by is not None:
        raise Stopped(app.stopped_by)
    return result


def show_session(screen: Screen[None], theme: str) -> None:
    """Show a session until it ends or is left; raise what ended it from outside."""
    _shown(screen, STYLES, theme)


def show_watch(screen: Screen[None]) -> None:
    """Show a file that is being written until the screen is left."""
    _shown(screen, WATCH_STYLES)


def choose(shelf: "Shelf", theme: str) -> str | None:
    """Show the home screen; return the id of the routine that was chosen, or None."""
    from leanbreath.screens.home import HomeScreen

    return _shown(HomeScreen(shelf), HOME_STYLES, theme)
