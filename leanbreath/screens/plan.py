"""The runner's training plan: where it stands and why; a key starts, pauses or resumes it."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer, Static

from leanbreath.screens.data_screen import DataScreen
from leanbreath.screens.master_detail import headed
from leanbreath.screens.reading_messages import PlanRead

if TYPE_CHECKING:
    from leanbreath.diary.events import PlanAction
    from leanbreath.presentation.plan_view import PlanView


class PlanScreen(DataScreen):
    """Shows the plan that is running, or the one that suits the runner."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "back", key_display="esc"),
        Binding("s", "change('start')", "start this plan"),
        Binding("p", "change('pause')", "pause it"),
        Binding("r", "change('resume')", "resume it"),
    ]

    _view: "PlanView | None" = None

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield Static("Your plan", markup=False, id="title")
        yield Static(markup=False, id="message")
        with VerticalScroll(id="page"):
            yield Static(markup=False, id="text")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Read the plan."""
        self.query_one("#page").focus()
        self._read()

    def _read(self) -> None:
        """Read the diary in a thread, since another program may have locked it."""
        self.run_worker(lambda: self.post_message(PlanRead(self.data.plan())), thread=True, exclusive=True)

    def on_plan_read(self, message: PlanRead) -> None:
        """Show the plan."""
        self._view = message.view
        self.query_one("#text", Static).update(headed(message.view.lines))
        if message.changed:
            self.query_one("#message", Static).update(message.changed)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done about the plan now."""
        return action != "change" or bool(self._view and parameters[0] in self._view.actions)

    def action_change(self, action: "PlanAction") -> None:
        """Start, pause or resume the plan, and show what that means."""
        self.run_worker(lambda: self._change(action), thread=True, exclusive=True)

    def _change(self, action: "PlanAction") -> None:
        changed = self.data.change_plan(action)
        self.post_message(PlanRead(self.data.plan(), changed))
