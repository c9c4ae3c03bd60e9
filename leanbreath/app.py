"""Textual wiring: which screen is shown, and how the program leaves it.

Only the home screen and those behind it have the command palette. Over a running session it would hide what to do and
swallow the session's keys; in `watch` there is nothing to find.
"""

import asyncio
import os
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from io import TextIOWrapper
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import Theme

from leanbreath.playback.interrupts import Stopped, interruptible
from leanbreath.playback.terminal import terminal_stream
from leanbreath.screens.backpressure import is_writable
from leanbreath.screens.driver import driver_for
from leanbreath.screens.messages import Closed, RoutineChosen
from leanbreath.session.keyboard_layouts import latin
from leanbreath.widgets.safe_text import SAFE_TEXT

if TYPE_CHECKING:
    from leanbreath.coach.checkup_form import Form
    from leanbreath.presentation.home_data import HomeData


SESSION_STYLES = ("screens/footer.tcss", "screens/animation.tcss", "screens/session.tcss")
HOME_STYLES = ("screens/footer.tcss", "screens/home.tcss")
SYNC_STYLES = ("screens/footer.tcss", "screens/sync.tcss")
WATCH_STYLES = ("screens/footer.tcss", "screens/animation.tcss", "screens/watch.tcss")

SIZE_VARIABLES = ("COLUMNS", "LINES")
"""What a shell exports about its terminal; a screen asks the terminal itself, whose size may change."""

THEME = "textual-dark"
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
"""White on black, with yellow, orange and cyan, which differ in lightness too."""


class Leanbreath(App[RoutineChosen]):
    """Shows one screen until it is closed; `stopped_by` is the signal, and `fault` the error, that ended it instead."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", "stop", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", "suspend", show=False, priority=True),
    ]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, screen: Screen[None], styles: tuple[str, ...] = SESSION_STYLES, theme: str = THEME) -> None:
        environment = dict(os.environ)
        for name in SIZE_VARIABLES:
            os.environ.pop(name, None)
        super().__init__(css_path=[*styles, *screen.css_path])  # Textual loads a screen's own only for those behind it
        os.environ.update(environment)  # Textual takes NO_COLOR away, and the next screen needs it too
        self.register_theme(HIGH_CONTRAST)
        self.theme = "high-contrast" if self.no_color else theme
        self._first = screen
        self.stopped_by: int | None = None
        self.fault: Exception | None = None

    def get_default_screen(self) -> Screen[None]:
        """Return the screen to show."""
        return self._first

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters of every line that is drawn; the last makes its text safe."""
        return [*super().get_line_filters(), SAFE_TEXT]

    def on_mount(self) -> None:
        """Exit in good order on a signal."""
        loop = asyncio.get_running_loop()
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            if number := getattr(signal, name, None):
                with suppress(NotImplementedError):  # Windows, where the loop takes no signals
                    loop.add_signal_handler(number, self._stop, int(number))

    def _stop(self, number: int) -> None:
        self.stopped_by = int(number)
        self.exit()

    async def on_event(self, event: events.Event) -> None:
        """Take capitals and other layouts for the key that sends them, except where text is written."""
        if isinstance(event, events.Key) and not event.is_forwarded and event.character:
            letter = latin(event.character)
            is_text = self.focused is not None and self.focused.check_consume_key(event.key, event.character)
            if letter != event.character and not is_text:
                event = events.Key(letter, letter)
        await super().on_event(event)

    def on_closed(self, message: Closed) -> None:
        """Exit when the screen has been closed."""
        self.exit()

    def action_interrupt(self) -> None:
        """Stop, as Ctrl-C does everywhere."""
        self._stop(signal.SIGINT)

    def _handle_exception(self, error: Exception) -> None:
        """Keep an error for the place that reports errors, instead of printing pages of it.

        After a stop there is none: a widget may be gone before another looks for it.
        """
        if self.stopped_by is None:
            self.fault = self.fault or error
            self.exit(return_code=3)


class Home(Leanbreath):
    """The home screen and those behind it, with the command palette."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+p", "command_palette", "find", show=False, priority=True, tooltip="Find anything"),
    ]
    TITLE = "leanbreath"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = set()

    def __init__(self, load: "Callable[[], HomeData]", theme: str = THEME, first: Screen[None] | None = None) -> None:
        from leanbreath.screens.home import HomeScreen

        super().__init__(first or HomeScreen(load), HOME_STYLES, theme)

    def on_routine_chosen(self, message: RoutineChosen) -> None:
        """Exit with what to start."""
        self.exit(message)


def _run(app: Leanbreath, terminal: TextIOWrapper) -> RoutineChosen | None:
    """Run an app on a terminal; raise what ended it from outside."""
    app.driver_class = driver_for(terminal)
    result = app.run()
    if app.fault is not None:
        raise app.fault
    if app.stopped_by is not None:
        raise Stopped(app.stopped_by)
    return result


def show_session(screen: Callable[[Callable[[], bool]], Screen[None]], theme: str) -> None:
    """Show a session until it ends or the runner leaves; `screen` gets a function that says whether to draw."""
    with terminal_stream() as terminal:
        _run(Leanbreath(screen(partial(is_writable, terminal)), SESSION_STYLES, theme), terminal)


def show_sync(screen: Screen[None], theme: str) -> None:
    """Compare sound with picture until that is closed."""
    with terminal_stream() as terminal:
        _run(Leanbreath(screen, SYNC_STYLES, theme), terminal)


def show_watch(screen: Screen[None]) -> None:
    """Show the preview of a file until it is closed."""
    with terminal_stream() as terminal:
        _run(Leanbreath(screen, WATCH_STYLES), terminal)


def choose_routine(load: "Callable[[], HomeData]", theme: str) -> RoutineChosen | None:
    """Show the home screen; return what was chosen to be started, or None."""
    with terminal_stream() as terminal, interruptible():
        return _run(Home(load, theme), terminal)


def show_checkup(data: "HomeData", form: "Form | None", theme: str) -> str | None:
    """Show the check-up, begun if a form is given; return the id of the routine that was chosen there, or None."""
    from leanbreath.screens.checkup import CheckupScreen

    with terminal_stream() as terminal, interruptible():
        chosen = _run(Home(lambda: data, theme, CheckupScreen(data, form)), terminal)
    return None if chosen is None else chosen.routine
