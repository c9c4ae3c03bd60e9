"""One assessment of a check-up after the other: figure, instructions, a timer, and what was measured."""

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from leanbreath.coach.checkup import Checkup, back, replaced, skipped, stopped
from leanbreath.coach.checkup_entry import Move, moves_of
from leanbreath.coach.try_timer import TryTimer
from leanbreath.figure.letters import draw_letters
from leanbreath.figure.picture import plain_rows
from leanbreath.figure.shot_selection import DrillFigure
from leanbreath.playback.checkup_session import CheckupSession
from leanbreath.presentation.checkup_page import CheckupPage, checkup_page, missing_side, saved_text
from leanbreath.screens.data_screen import DataScreen
from leanbreath.widgets.canvas import Canvas
from leanbreath.widgets.moving_figure import MovingFigure
from leanbreath.widgets.value_field import ValueField

if TYPE_CHECKING:
    from leanbreath.presentation.home_data import HomeData

CLOCK_SECONDS = 0.1
"""How often the clock is drawn."""

ROOMY_ROWS = 30
"""From so many rows on there is room between instructions, and around everything."""

TIME_IS_UP = "Time. What did you find?"


class AssessmentScreen(DataScreen):
    """Asks for each item of a check-up until it is over; what is typed stays until it is accepted."""

    AUTO_FOCUS = ""
    CSS_PATH = "checkup.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "time", "timer", priority=True),
        Binding("tab", "skip", "skip", priority=True),
        Binding("shift+tab", "back", "back", priority=True, key_display="shift+tab"),
        Binding("ctrl+o", "other", "another way", priority=True, key_display="ctrl+o"),
        Binding("escape", "stop", "stop", key_display="esc"),
        *(Binding(str(number), f"answer({number})", "answer", show=False) for number in range(1, 10)),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal")]  # noqa: RUF012 - Textual's own form
    VERTICAL_BREAKPOINTS = [(0, "-low"), (ROOMY_ROWS, "-high")]  # noqa: RUF012 - Textual's own form

    def __init__(self, data: "HomeData", session: CheckupSession) -> None:
        super().__init__(data)
        self._session = session
        self._page: CheckupPage = checkup_page(session.checkup, session.material)
        self._timer = TryTimer()
        self._was_warned = False

    def compose(self) -> ComposeResult:
        """Lay out the assessment."""
        with Horizontal(id="head"):
            yield Static(markup=False, id="assessment")
            yield Static(markup=False, id="progress")
        with Horizontal(id="middle"):
            with Vertical(id="drawn"):
                yield MovingFigure(None, self.data.is_calm(), id="figure")
                yield Canvas(id="digits")
            with VerticalScroll(id="how", can_focus=False):
                yield Static(markup=False, id="text")
        yield Static(markup=False, id="entered")
        yield Static(markup=False, id="prompt")
        yield ValueField(id="value", compact=True)
        yield OptionList(id="answers")
        yield Static(markup=False, id="message")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Show the first assessment."""
        self.set_interval(CLOCK_SECONDS, self._tick)
        self._show()

    def _show(self) -> None:
        """Show what is asked now; leave when nothing is."""
        if self._session.checkup.is_over:
            self.dismiss()
            return
        page = self._page = checkup_page(self._session.checkup, self._session.material)
        self._timer = TryTimer()
        texts = {"assessment": page.title, "progress": page.progress, "entered": page.entered, "prompt": page.prompt}
        for name, text in texts.items():
            self.query_one(f"#{name}", Static).update(text)
        self.query_one("#entered").display = bool(page.entered)
        self._show_how()
        self.query_one("#how").scroll_home(animate=False)
        self._show_figure(page)
        self._show_field(page)
        self._tick()
        self.refresh_bindings()

    def _show_figure(self, page: CheckupPage) -> None:
        pose = self.data.pose(page.figure) if page.figure else None
        self.query_one("#drawn").display = pose is not None
        if pose:
            self.query_one(MovingFigure).change_to(DrillFigure(((None, pose),), ()), page.is_left)

    def on_resize(self) -> None:
        """Show the instructions with more room between them where there is some."""
        self._show_how()

    def _show_how(self) -> None:
        between = "\n\n" if self.size.height >= ROOMY_ROWS else "\n"
        self.query_one("#text", Static).update(between.join(self._page.how))

    def _show_field(self, page: CheckupPage) -> None:
        """Show the field for a value, or the answers."""
        field, answers = self.query_one(ValueField), self.query_one(OptionList)
        field.leaves_space = page.has_clock
        field.display, answers.display = not page.answers, bool(page.answers)
        if page.answers:
            answers.clear_options()
            numbered = enumerate(page.answers, 1)
            answers.add_options(Option(Content(f"{number}  {say}"), id=id) for number, (id, say) in numbered)
            answers.highlighted = 0
            answers.focus()
        else:
            field.placeholder = page.example
            field.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the value, or say what is wrong with it and leave it there."""
        self._enter(event.value)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the answer."""
        self._enter(event.option_id or "")

    def action_answer(self, number: int) -> None:
        """Take the answer with a number."""
        if number <= len(self._page.answers):
            self._enter(self._page.answers[number - 1][0])

    def _enter(self, text: str) -> None:
        before = self._session.checkup
        if mistake := self._session.enter(text):
            self._say(mistake.text, is_wrong=True)
        else:
            self._moved(before)

    def _moved(self, before: Checkup) -> None:
        """Show what is asked after a move, and what it has saved."""
        self.query_one(Input).value = ""
        self._was_warned = False
        warning = self._session.warning
        saved = saved_text(before, self._session.checkup, self._session.material)
        self._say(f"{warning[:1].upper()}{warning[1:]}." if warning else saved, is_wrong=bool(warning))
        self._show()

    def _say(self, text: str, is_wrong: bool = False) -> None:
        message = self.query_one("#message", Static)
        message.update(text)
        message.set_class(is_wrong, "-wrong")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what leads somewhere; digits belong to the field where there is one."""
        moves: dict[str, Move] = {"back": back, "other": replaced}
        if action in moves:
            return moves[action] in [each.move for each in moves_of(self._session.checkup, self._session.material)]
        if action == "time":
            return self._page.has_clock
        return action != "answer" or bool(self._page.answers)

    def action_skip(self) -> None:
        """Go to the next assessment."""
        self._move(skipped)

    def action_back(self) -> None:
        """Go to the assessment before."""
        self._move(back)

    def action_other(self) -> None:
        """Measure it in another way, or in this one again."""
        self._move(replaced)

    def _move(self, move: Move) -> None:
        before = self._session.checkup
        self._session.move(move)
        self._moved(before)

    def action_stop(self) -> None:
        """Stop the clock if it runs, else the check-up; ask first if a side is missing."""
        if self._timer.is_running:
            self._timer = TryTimer()
            self._tick()
            return
        side = missing_side(self._session.checkup, self._session.material)
        if side and not self._was_warned:
            self._was_warned = True
            self._say(f"The {side} side is missing, so this one isn't saved. Press Esc again to stop.", is_wrong=True)
            return
        self._session.move(stopped)
        self._show()

    def action_time(self) -> None:
        """Start or stop the clock; what it measured is put into the field."""
        self._timer = self._timer.press(monotonic(), self._page.timer)
        if self._page.has_stopwatch and not self._timer.is_running:
            self.query_one(Input).value = self._timer.text(monotonic())
            self._say("Press Enter to keep it.")
        self._tick()

    def _tick(self) -> None:
        """Move the clock."""
        now = monotonic()
        if self._timer.is_over(now):
            self._timer = TryTimer()
            self.app.bell()
            self._say(TIME_IS_UP)
        digits = self.query_one("#digits", Canvas)
        digits.display = self._timer.is_running
        if self._timer.is_running and all(digits.size):
            digits.paint(plain_rows(draw_letters(self._timer.text(now), *digits.size)))
