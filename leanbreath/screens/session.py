"""The timed screen: what to do, which side, how long, what comes next."""

from collections.abc import Mapping
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Footer

from leanbreath.figure.cast import Figure
from leanbreath.figure.pacer import progress
from leanbreath.screens.end import EndScreen
from leanbreath.screens.help import HelpScreen
from leanbreath.screens.leave import LeaveScreen
from leanbreath.session.face import face
from leanbreath.session.keys import KEYS
from leanbreath.session.performance import Performance
from leanbreath.session.session import Status
from leanbreath.session.states import Move
from leanbreath.widgets.stage import Stage
from leanbreath.widgets.words import Words

FRAMES_A_SECOND = 30


class SessionScreen(Screen[None]):
    """Shows a performance and takes its keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key.name, key.action, key.word, key_display=key.shown) for key in KEYS
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (110, "-wide")]  # noqa: RUF012 - Textual's own form
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-middle"), (30, "-high")]  # noqa: RUF012 - Textual's own form

    def __init__(self, performance: Performance, safety: str, figures: Mapping[str, Figure]) -> None:
        super().__init__()
        self._performance, self._safety, self._figures = performance, safety, figures
        self._over = False
        self._level = ""

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        title = self._performance.session.timeline.splices[0].main.title
        with Horizontal(id="head"):
            yield Words(title, id="routine")
            yield Words(id="clock")
        yield Words(id="progress")
        yield Words(id="drill")
        yield Words(id="place")
        yield Stage(self._figures)
        yield Words(id="said")
        yield Words(id="next")
        yield Words(self._safety, id="notice")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Find the parts once, and begin when the first frame has been drawn."""
        names = ("clock", "progress", "drill", "place", "said", "next", "notice")
        self._words = {name: self.query_one(f"#{name}", Words) for name in names}
        self._stage = self.query_one(Stage)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.run_worker(lambda: self._performance.open(monotonic), thread=True)
        self.set_interval(1 / FRAMES_A_SECOND, self._tick)

    def _tick(self) -> None:
        """Show the moment that is heard; the clock is read, ticks are not counted."""
        status = self._performance.tick(monotonic())
        if self._performance.rings(status):
            self.app.bell()
        self.show(status)
        self._performance.note(status, monotonic())
        self._notice(self._level or self._performance.notice)
        if status.state == "over" and not self._over:
            self._over = True
            self._finish()

    def _notice(self, text: str) -> None:
        """Show a notice in a row of its own, which is there only while there is one."""
        self._words["notice"].show(text)
        self._words["notice"].display = bool(text)

    def show(self, status: Status) -> None:
        """Draw what has changed."""
        shown = face(status)
        for name in ("clock", "drill", "place", "said", "next"):
            self._words[name].show(getattr(shown, name))
        self._words["progress"].show(progress(shown.progress, self._words["progress"].size.width))
        self._stage.show(status, shown)

    def _finish(self) -> None:
        """Say what was done, and end when the runner has read it."""
        lines = self._performance.session.summary(monotonic())
        self.app.push_screen(EndScreen(lines), lambda _: self.app.exit())

    def _move(self, move: Move) -> None:
        self._performance.move(move, monotonic())

    def action_pause(self) -> None:
        """Pause, or go on."""
        self._performance.toggle(monotonic())

    def action_next(self) -> None:
        """Go to the next step."""
        self._move("next")

    def action_back(self) -> None:
        """Go to the previous step."""
        self._move("back")

    def action_longer(self) -> None:
        """Lengthen this step."""
        self._move("longer")

    def action_louder(self) -> None:
        """Go one step up in volume."""
        self._performance.sound.louder()
        self._show_level()

    def action_quieter(self) -> None:
        """Go one step down in volume."""
        self._performance.sound.quieter()
        self._show_level()

    def action_mute(self) -> None:
        """Mute, or bring the sound back."""
        self._performance.sound.mute()
        self._show_level()

    def _show_level(self) -> None:
        self._level = self._performance.sound.level()
        self.set_timer(2.0, self._hide_level)

    def _hide_level(self) -> None:
        self._level = "Muted" if self._performance.sound.level() == "Muted" else ""

    def action_help(self) -> None:
        """Show the keys, and go on meanwhile."""
        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Ask before ending; meanwhile the session is paused."""
        paused = self._performance.move("pause", monotonic())
        self.app.push_screen(LeaveScreen(), lambda leave: self._answered(bool(leave), paused))

    def _answered(self, leave: bool, paused: bool) -> None:
        if leave:
            self.app.exit()
        elif paused:
            self._move("go")
