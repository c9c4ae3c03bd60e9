"""The check-up: what it found, what to do about it, and the way into the next one."""

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from leanbreath.presentation.checkup_offers import CheckupOffer, checkup_offers
from leanbreath.presentation.checkup_result import arithmetic_lines, intro_lines, result_lines, run_lines
from leanbreath.presentation.limiter_bars import EMPTY, FULL
from leanbreath.presentation.terminal_text import folded
from leanbreath.screens.assessment import AssessmentScreen
from leanbreath.screens.data_screen import DataScreen
from leanbreath.screens.lessons import LessonsScreen
from leanbreath.screens.messages import Closed, RoutineChosen
from leanbreath.screens.reading_messages import CheckupRead

if TYPE_CHECKING:
    from leanbreath.coach.checkup_form import Form
    from leanbreath.playback.checkup_session import CheckupSession
    from leanbreath.presentation.home_data import HomeData


SCROLLBAR = 2
"""The columns that a scrollbar takes."""


class CheckupScreen(DataScreen):
    """Shows the latest results with what can be started, and opens a check-up; at once if a `form` is given."""

    CSS_PATH = "checkup.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "back", key_display="esc"),
        Binding("a", "arithmetic", "how it adds up"),
        Binding("pagedown,space", "scroll_pages(1)", "more", key_display="space"),
        Binding("pageup", "scroll_pages(-1)", "up", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal")]  # noqa: RUF012 - Textual's own form
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 - Textual's own form

    _session: "CheckupSession | None" = None
    _offers: tuple[CheckupOffer, ...] = ()
    _shows_arithmetic = False

    def __init__(self, data: "HomeData", form: "Form | None" = None) -> None:
        super().__init__(data)
        self._form = form

    def compose(self) -> ComposeResult:
        """Lay out the results and what can be started."""
        yield Static("Check-up", markup=False, id="title")
        with VerticalScroll(id="page", can_focus=False):
            yield Static(markup=False, id="text")
        yield Static(markup=False, id="warning")
        yield OptionList(id="offers")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Read the diary in a thread, since another program may have locked it."""
        self.query_one(OptionList).focus()
        self.watch(self.query_one("#page"), "show_vertical_scrollbar", self.refresh_bindings)
        self.run_worker(lambda: self.post_message(CheckupRead(self.data.checkup(None))), thread=True)

    def on_checkup_read(self, message: CheckupRead) -> None:
        """Show the results, or begin at once."""
        self._session = message.session
        self._show()
        if self._form:
            self._begin(self._form)

    def on_resize(self) -> None:
        """Show them in another width."""
        if self._session:
            self._show_text()

    def _show(self) -> None:
        assert self._session
        self._show_text()
        warning = self.query_one("#warning", Static)
        warning.update(self._session.warning)
        warning.display = bool(self._session.warning)
        self._show_offers()
        self.refresh_bindings()

    def _show_offers(self) -> None:
        """List what can be started; what was highlighted stays so, unless something else is offered now."""
        assert self._session
        options = self.query_one(OptionList)
        offers = checkup_offers(self._session.rows, self._session.checkup, self._session.material)
        if offers != self._offers:
            self._offers = offers
            options.clear_options()
            options.add_options(Option(Content(each.label), id=f"{each.kind}:{each.id}") for each in offers)
            options.highlighted = 0

    def _show_text(self) -> None:
        assert self._session
        rows, material = self._session.rows, self._session.material
        columns = max(self.size.width - SCROLLBAR, 1)
        if not rows:
            lines = intro_lines(material)
        elif self._shows_arithmetic:
            lines = arithmetic_lines(rows, material)
        else:
            lines = chain(result_lines(rows, material, columns), ("What a check-up leaves out", *run_lines(material)))
        self.query_one("#text", Static).update(result_content(lines, columns))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what was chosen."""
        kind, _, id = (event.option_id or "").partition(":")
        if kind == "run":
            self.post_message(RoutineChosen(id))
        elif kind == "lesson":
            self.app.push_screen(LessonsScreen(self.data, id))
        else:
            self._begin("full" if id == "full" else "short")

    def _begin(self, form: "Form") -> None:
        """Ask for one assessment after the other."""
        session = self._session = self.data.checkup(form)
        self.app.push_screen(AssessmentScreen(self.data, session))

    def on_screen_resume(self) -> None:
        """Show what was found meanwhile."""
        if self._session:
            self._shows_arithmetic = False
            self._show()
            self.query_one("#page").scroll_home(animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the arithmetic if there is any, and more if some is out of sight."""
        if action == "scroll_pages":
            return any(page.show_vertical_scrollbar for page in self.query("#page"))
        return action != "arithmetic" or bool(self._session and self._session.rows)

    def action_arithmetic(self) -> None:
        """Show how the points add up, or the results again."""
        self._shows_arithmetic = not self._shows_arithmetic
        self._show_text()
        self.query_one("#page").scroll_home(animate=False)

    def action_scroll_pages(self, pages: int) -> None:
        """Scroll by a page."""
        page = self.query_one("#page")
        page.scroll_relative(y=pages * max(page.size.height - 2, 1), animate=False)

    def action_leave(self) -> None:
        """Go back to the home screen, or close the program if there is none."""
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.post_message(Closed())


def result_content(lines: Iterable[str], columns: int) -> Content:
    """Return lines folded into some columns: headings bold, and bars in colour."""
    rows = (row for line in lines for row in folded(line, columns))
    return Content("\n").join(map(_row, rows))


def _row(line: str) -> Content:
    if FULL in line or EMPTY in line:
        first, last = min(line.find(mark) % len(line) for mark in (FULL, EMPTY)), len(line.rstrip())
        end = max(line.rfind(FULL), line.rfind(EMPTY)) + 1
        bar = Content.assemble(
            (line[first:end].rstrip(EMPTY), "$text-warning"), (EMPTY * line.count(EMPTY), "$text-muted")
        )
        return Content(line[:first]) + bar + Content(line[end:last])
    is_heading = not line.startswith(" ") and not line.endswith(".")
    return Content.styled(line, "bold") if is_heading else Content(line)
