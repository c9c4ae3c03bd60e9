"""The timed screen: what to do, which side, how long, what comes next."""

from collections.abc import Callable, Mapping
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Footer, Static

from leanbreath.figure.pacer import progress_line
from leanbreath.playback.timing import boot_seconds
from leanbreath.presentation.view_model import session_view
from leanbreath.screens.messages import Closed
from leanbreath.session.controller import SessionController
from leanbreath.session.feedback import Feedback
from leanbreath.session.keys import CONFIRMATIONS, KEYS, MOVES, Action
from leanbreath.session.session import Status
from leanbreath.session.states import Move
from leanbreath.widgets.plain_text import PlainText

if TYPE_CHECKING:
    from leanbreath.figure.shot_selection import DrillFigure
    from leanbreath.presentation.preparation_card import PreparationCard
    from leanbreath.widgets.animation import Animation

FRAMES_A_SECOND = 30
CALM_FRAMES_A_SECOND = 4
"""Then figure and pacer move twice a second at most, and words and digits are late by a quarter of one."""

HINTS_SECONDS = 12.0
"""How long the keys stand at the foot of the screen after the last one was pressed."""

TOO_SMALL = "leanbreath needs 40 by 12 characters."


def _called(action: Action) -> str:
    """Return the method that an action is, with the move it makes where it makes one."""
    return f"move('{action}')" if action in MOVES else action


class SessionScreen(Screen[None]):
    """Shows a controller and takes its keys; `card` is shown before it begins, `following` when it is over.

    Figures and card are asked for when the first frame has been drawn.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key.names, _called(key.action), key.label, key_display=key.symbol, show=key.in_footer) for key in KEYS
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (40, "-narrow"), (60, "-normal"), (110, "-wide")]  # noqa: RUF012 - Textual's own form
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (12, "-low"), (20, "-middle"), (30, "-high")]  # noqa: RUF012 - Textual's own form

    def __init__(
        self,
        controller: SessionController,
        figures: Callable[[], Mapping[str, "DrillFigure"]],
        card: "Callable[[], PreparationCard] | None" = None,
        following: str = "",
        calm: bool = False,
        view: str = "figure",
        can_draw: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__()
        self._controller, self._figures, self._card, self._following = controller, figures, card, following
        self._calm, self._view, self._can_draw = calm, view, can_draw
        self._over = False
        self._level = ""
        self._animation: Animation | None = None
        self._pressed = 0.0

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        title = self._controller.session.timeline.splices[0].score.title
        with Horizontal(id="head"):
            yield PlainText(title, id="routine")
            yield PlainText(id="clock")
        yield PlainText(id="progress")
        yield PlainText(id="drill")
        yield PlainText(id="place")
        yield PlainText(id="instruction")
        yield PlainText(id="next")
        yield PlainText(id="notice")
        yield Footer(show_command_palette=False, compact=True)
        yield Static(id="small", markup=False)

    def on_mount(self) -> None:
        """Find the parts once, and begin when the first frame has been drawn."""
        names = ("clock", "progress", "drill", "place", "instruction", "next", "notice")
        self._words = {name: self.query_one(f"#{name}", PlainText) for name in names}
        self._footer, self._small = self.query_one(Footer), self.query_one("#small", Static)
        self._words["notice"].display = False
        self._controller.is_held = self._card is not None
        self.app.app_suspend_signal.subscribe(self, lambda _: self._aside())
        self.app.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.call_after_refresh(self._begin)

    async def _begin(self) -> None:
        """Add what moves and open the sound; what draws is imported only now, so that the first frame comes sooner."""
        from leanbreath.widgets.animation import Animation

        animation = Animation(self._view, self._calm)
        await self.mount(animation, after="#place")
        animation.set_figures(self._figures())
        self._animation = animation
        if self._card:
            from leanbreath.screens.start import StartScreen  # here and below, so that the session is there sooner

            self.app.push_screen(StartScreen(self._card()), self._started)
        Thread(target=self._controller.open, args=(monotonic,), daemon=True).start()  # it may hang, and keep nobody
        self._pressed = monotonic()
        self.set_interval(1 / (CALM_FRAMES_A_SECOND if self._calm else FRAMES_A_SECOND), self._tick)

    def _aside(self) -> None:
        """Pause, since the runner goes to the shell."""
        self._controller.move("pause", monotonic())

    def _started(self, begins: bool | None) -> None:
        self._controller.is_held = not begins
        self._pressed = monotonic()
        if not begins:
            self.post_message(Closed())

    def _tick(self) -> None:
        """Show the moment that is heard; the clock is read, ticks are not counted."""
        now = monotonic()
        status = self._controller.tick(now, boot_seconds())
        if self._controller.should_ring_bell(status):
            self.app.bell()
        self._controller.record_progress(status, now)
        if self._can_draw():
            self.show(status)
        self._notice(self._level or self._controller.notice)
        self._footer.visible = now - self._pressed < HINTS_SECONDS or status.state != "playing"
        if status.state == "over" and not self._over:
            self._over = True
            self._finish()

    def _notice(self, text: str) -> None:
        """Show a notice in a row of its own, which is there only while there is one."""
        self._words["notice"].show(text)
        self._words["notice"].display = bool(text)

    def show(self, status: Status) -> None:
        """Draw what has changed."""
        shown = session_view(status)
        for name in ("clock", "drill", "place", "instruction", "next"):
            self._words[name].show(getattr(shown, name))
        self._words["progress"].show(progress_line(shown.progress, self._words["progress"].size.width))
        if self._small.region:
            self._small.update(f"{shown.big_word} {shown.count}\n{shown.clock}\n{shown.drill}\n{TOO_SMALL}")
        elif self._animation:
            self._animation.show(status, shown)

    def _finish(self) -> None:
        """Say what was done, and end when the runner has read it and said how it felt."""
        from leanbreath.presentation.end_card import end_card
        from leanbreath.screens.end import EndScreen

        lines = tuple(end_card(self._controller.session.result(monotonic())))
        self.app.push_screen(EndScreen(lines, self._following), self._felt)

    def _felt(self, felt: Feedback | None) -> None:
        if felt:
            self._controller.feedback = felt
        self.post_message(Closed())

    def on_key(self) -> None:
        """Show the keys again."""
        self._pressed = monotonic()

    def on_mouse_move(self) -> None:
        """Show the keys again."""
        self._pressed = monotonic()

    def on_click(self, event: events.Click) -> None:
        """Pause, or go on, where what moves is clicked."""
        if self._animation and self._animation.region.contains(event.screen_x, event.screen_y):
            self.action_pause()

    def action_move(self, move: Move) -> None:
        """Make a move: to another step or side, or a longer one."""
        self._pressed = monotonic()
        if self._controller.move(move, self._pressed) and move in CONFIRMATIONS:
            self._show(CONFIRMATIONS[move])

    def action_pause(self) -> None:
        """Pause, or go on."""
        self._pressed = monotonic()
        self._controller.toggle_pause(self._pressed)

    def action_view(self) -> None:
        """Go to the next view."""
        self._pressed = monotonic()
        if self._animation:
            self._animation.show_next_view()

    def action_louder(self) -> None:
        """Go one step up in volume."""
        self._controller.sound.louder()
        self._show_level()

    def action_quieter(self) -> None:
        """Go one step down in volume."""
        self._controller.sound.quieter()
        self._show_level()

    def action_mute(self) -> None:
        """Mute, or bring the sound back."""
        self._controller.sound.mute()
        self._show_level()

    def _show_level(self) -> None:
        self._show(self._controller.sound.volume_text())

    def _show(self, text: str) -> None:
        """Say for two seconds what a key has done."""
        self._level = text
        self.set_timer(2.0, self._hide_level)

    def _hide_level(self) -> None:
        self._level = "Muted" if self._controller.sound.volume_text() == "Muted" else ""

    def action_help(self) -> None:
        """Show the keys, and go on meanwhile."""
        from leanbreath.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Ask before ending; meanwhile the session is paused."""
        from leanbreath.screens.leave import LeaveScreen

        paused = self._controller.move("pause", monotonic())
        self.app.push_screen(LeaveScreen(), lambda leave: self._answered(bool(leave), paused))

    def _answered(self, leave: bool, paused: bool) -> None:
        if leave and any(each.done for each in self._controller.session.progress(monotonic())):
            self._over = True
            self._finish()
        elif leave:
            self.post_message(Closed())
        elif paused:
            self.action_move("resume")
