"""The check-up: what it found, what to do about it, and the way into the next one."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from leanbreath.presentation.checkup_offers import checkup_offers
from leanbreath.presentation.checkup_result import arithmetic_lines, intro_lines, result_lines
from leanbreath.screens.assessment import AssessmentScreen
from leanbreath.screens.data_screen import DataScreen
from leanbreath.screens.lessons import LessonsScreen
from leanbreath.screens.master_detail import headed
from leanbreath.screens.messages import CheckupRead, Closed, RoutineChosen

if TYPE_CHECKING:
    from leanbreath.coach.checkup_form import Form
    from leanbreath.playback.checkup_session import CheckupSession
    from leanbreath.presentation.home_data import HomeData


class CheckupScreen(DataScreen):
    """Shows the latest results with what can be started, and opens a check-up; at once if a `form` is given."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "back", key_display="esc"),
        Binding("a", "arithmetic", "how it adds up"),
        Binding("pagedown,space", "scroll_pages(1)", "more"),
        Binding("pageup", "scroll_pages(-1)", "up", show=False),
    ]

    _session: "CheckupSession | None" = None
    _shows_arithmetic = False

    def __init__(self, data: "HomeData", form: "Form | None" = None) -> None:
        super().__init__(data)
        self._form = form

    def compose(self) -> ComposeResult:
        """Lay out the results and what can be started."""
        yield Static("Check-up", markup=False, id="title")
        with VerticalScroll(id="page", can_focus=False):
            yield Static(markup=False, id="text")
        yield OptionList(id="offers")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Read the diary in a thread, since another program may have locked it."""
        self.query_one(OptionList).focus()
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
        options = self.query_one(OptionList)
        options.clear_options()
        offers = checkup_offers(self._session.rows, self._session.checkup, self._session.material)
        options.add_options(Option(Content(each.label), id=f"{each.kind}:{each.id}") for each in offers)
        options.highlighted = 0
        self.refresh_bindings()

    def _show_text(self) -> None:
        assert self._session
        rows, material = self._session.rows, self._session.material
        if not rows:
            lines = tuple(intro_lines(material))
        elif self._shows_arithmetic:
            lines = tuple(arithmetic_lines(rows, material))
        else:
            lines = tuple(result_lines(rows, material, self.size.width - 4))
        self.query_one("#text", Static).update(headed(lines))

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
        screen = AssessmentScreen(session, self.data.pose, self.data.is_calm())
        self.app.push_screen(screen, lambda _: self._show_found())

    def _show_found(self) -> None:
        self._shows_arithmetic = False
        self._show()
        self.query_one("#page").scroll_home(animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the arithmetic if there is any."""
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
