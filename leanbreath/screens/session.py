"""The timed screen: what to do, which side, how long, what comes next."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Footer

from leanbreath.playback.time_source import boot_seconds
from leanbreath.screens.backpressure import Link
from leanbreath.screens.messages import Closed
from leanbreath.screens.session_keys import SessionKeys
from leanbreath.session.controller import SessionController
from leanbreath.session.feedback import Feedback
from leanbreath.session.states import Move
from leanbreath.session.status import Status
from leanbreath.widgets.plain_text import PlainText

if TYPE_CHECKING:
    from leanbreath.figure.shot_selection import DrillFigure
    from leanbreath.playback.returning_drills import ReturningDrills
    from leanbreath.playback.session_lengths import SessionLengths
    from leanbreath.presentation.end_card import EndCard
    from leanbreath.presentation.preparation_card import PreparationCard
    from leanbreath.session.progress import SessionResult
    from leanbreath.widgets.session_panel import SessionPanel

FRAMES_PER_SECOND = 30
CALM_FRAMES_PER_SECOND = 4
"""In calm mode words and digits are at most a quarter of a second late."""


class SessionScreen(SessionKeys):
    """Shows a session; its card comes before it begins, and the end screen when it is over.

    Figures and card are asked for when the first frame has been drawn. The card asks `questions` about drills that hurt
    before, and calls `begin_breath_at` with the runner's own breath; `lengths` are those to choose from. `end_card`
    makes the last card. `can_draw` says whether the terminal keeps up.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (40, "-narrow"), (60, "-normal"), (110, "-wide")]  # noqa: RUF012 - Textual's own form
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (12, "-low"), (20, "-middle"), (30, "-high")]  # noqa: RUF012 - Textual's own form

    def __init__(
        self,
        controller: SessionController,
        figures: Callable[[], Mapping[str, "DrillFigure"]],
        card: "Callable[[], PreparationCard] | None" = None,
        questions: "ReturningDrills | None" = None,
        begin_breath_at: Callable[[Fraction], object] | None = None,
        lengths: "SessionLengths | None" = None,
        end_card: "Callable[[SessionResult], EndCard] | None" = None,
        is_calm: bool = False,
        view: str = "figure",
        can_draw: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(controller)
        self._figures, self._card, self._questions, self._end_card = figures, card, questions, end_card
        self._begin_breath_at, self._lengths = begin_breath_at, lengths
        self._is_calm, self._view, self._can_draw = is_calm, view, can_draw
        self._link = Link()
        self._panel: SessionPanel | None = None
        self._is_over = False

    def compose(self) -> ComposeResult:
        """Lay out title and keys; the rest is added behind the first frame."""
        with Horizontal(id="head"):
            yield PlainText(self.controller.session.timeline.splices[0].score.title, id="routine")
            yield PlainText(id="clock")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Begin when the first frame has been drawn."""
        self._clock, self._footer = self.query_one("#clock", PlainText), self.query_one(Footer)
        self.controller.is_held = self._card is not None
        self.app.app_suspend_signal.subscribe(self, lambda _: self._pause())
        self.app.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.call_after_refresh(self._begin)

    async def _begin(self) -> None:
        """Add the panel, show the card and open the sound; imports here and below delay no first frame."""
        from leanbreath.widgets.session_panel import SessionPanel

        panel = SessionPanel(self._view, self._is_calm)
        await self.mount(panel, after="#head")
        panel.animation.set_figures(self._figures())
        self._panel = panel
        if self._card:
            from leanbreath.screens.start import StartScreen

            card = StartScreen(self._card, self._questions, self._begin_breath_at, self._lengths)
            self.app.push_screen(card, self._start)
        if self._questions and self._questions.current:
            self._questions.settled = self._open_sound  # only then is it known what will be said
        else:
            self._open_sound()
        self.note_activity()
        self.set_interval(1 / (CALM_FRAMES_PER_SECOND if self._is_calm else FRAMES_PER_SECOND), self._tick)

    def _open_sound(self) -> None:
        Thread(target=self.controller.open, args=(monotonic,), daemon=True).start()  # it may hang, and keep nobody

    def _start(self, is_ready: bool | None) -> None:
        if is_ready and self._lengths and self._lengths.is_changed:
            Thread(target=self.controller.begin_with_new_score, daemon=True).start()  # a voice may be slow
        else:
            self.controller.is_held = not is_ready
        self.note_activity()
        if not is_ready:
            self.post_message(Closed())

    def _tick(self) -> None:
        """Show the frame that is heard; the clock is read, ticks are not counted."""
        now = monotonic()
        status = self.controller.tick(now, boot_seconds())
        if self.controller.should_ring_bell(status):
            self.app.bell()
        self.controller.record_progress(status, now)
        can_draw = self._can_draw()
        self._link = self._link.after_frame(can_draw, now)
        if can_draw:
            self.show(status)
        self.note_status(status)
        self._footer.visible = self.needs_footer(now) or status.state != "playing"
        if status.state == "over" and not self._is_over:
            self._end()

    def show(self, status: Status) -> None:
        """Draw a status."""
        if self._panel:
            self._panel.animation.figure.is_link_slow = self._link.is_slow
            self._clock.show(self._panel.show(status).clock)
            self._panel.show_notice(self.confirmation or self.controller.notice)

    def _pause(self) -> bool:
        return self.controller.move("pause", monotonic())

    def _end(self) -> None:
        """Show what was done, and close when the runner has said how it felt."""
        from leanbreath.screens.end import EndScreen

        self._is_over = True
        self.controller.record_now(monotonic())
        self.app.push_screen(EndScreen(self._made_end_card(), self._take_back_pain), self._close)

    def _made_end_card(self) -> "EndCard":
        from leanbreath.presentation.end_card import end_card

        return (self._end_card or end_card)(self.controller.session.result(monotonic()))

    def _take_back_pain(self) -> "EndCard":
        self.controller.take_back_pain(monotonic())
        return self._made_end_card()

    def _close(self, feedback: Feedback | None) -> None:
        if feedback:
            self.controller.feedback = feedback
        self.post_message(Closed())

    def on_click(self, event: events.Click) -> None:
        """Do what space does on a click on the animation."""
        if self._panel and self._panel.animation.region.contains(event.screen_x, event.screen_y):
            self.action_space()

    def action_view(self) -> None:
        """Change to the next view."""
        self.note_activity()
        if self._panel:
            self._panel.animation.show_next_view()

    def action_help(self) -> None:
        """Show the keys while the session keeps running."""
        from leanbreath.screens.help import HelpScreen, session_keys

        self.app.push_screen(HelpScreen(session_keys(self._labels)))

    def ask_about_pain(self) -> None:
        """Ask what to do about the drill that hurts, over the whole screen."""
        from leanbreath.presentation.hurt_question import hurt_question
        from leanbreath.screens.hurt import HurtScreen

        session = self.controller.session
        question = hurt_question(session.painful_titles[-1], session.easier_title)
        self.app.push_screen(HurtScreen(question), self._answer_pain)

    def _answer_pain(self, move: Move | None) -> None:
        if move == "leave":
            self._leave(leaves=True, was_playing=False)
        elif move:
            self.action_move(move)

    def action_leave(self) -> None:
        """Pause, and ask before leaving."""
        from leanbreath.screens.leave import LeaveScreen

        was_playing = self._pause()
        self.app.push_screen(LeaveScreen(), lambda leaves: self._leave(bool(leaves), was_playing))

    def _leave(self, leaves: bool, was_playing: bool) -> None:
        if leaves and any(each.done for each in self.controller.session.progress(monotonic())):
            self._end()
        elif leaves:
            self.post_message(Closed())
        elif was_playing:
            self.action_move("resume")
