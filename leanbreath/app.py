"""Textual wiring: which screen is shown, and how the program leaves it."""

import asyncio
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from leanbreath.session.performance import Performance
from leanbreath.session.stop import Stopped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leanbreath.figure.cast import Figure
    from leanbreath.screens.home import Rows


STYLES = ("screens/stage.tcss", "screens/session.tcss", "screens/dialog.tcss", "screens/home.tcss")
WATCH_STYLES = ("screens/stage.tcss", "screens/watch.tcss")


class Leanbreath(App[str]):
    """Shows one screen until it is left; `ended` is what ended it from outside: a signal or a fault."""

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+c", "interrupt", "stop")]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, screen: Screen[None], styles: tuple[str, ...] = STYLES) -> None:
        super().__init__(css_path=list(styles))
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


def _shown(screen: Screen[None], styles: tuple[str, ...] = STYLES) -> str | None:
    app = Leanbreath(screen, styles)
    result = app.run()
    if app.fault is not None:
        raise app.fault
    if app.stopped_by is not None:
        raise Stopped(app.stopped_by)
    return result


def show_session(performance: Performance, safety: str, figures: "Mapping[str, Figure]") -> None:
    """Show a session until it ends or is left; raise what ended it from outside."""
    from leanbreath.screens.session import SessionScreen  # here, so that each screen starts without the other

    _shown(SessionScreen(performance, safety, figures))


def show_watch(screen: Screen[None]) -> None:
    """Show a file that is being written until the screen is left."""
    _shown(screen, WATCH_STYLES)


def choose(rows: "Rows") -> str | None:
    """Show the home screen; return the id of the routine that was chosen, or None."""
    from leanbreath.screens.home import HomeScreen

    return _shown(HomeScreen(rows))
