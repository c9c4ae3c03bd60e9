"""What was done, and how it felt, when a session is over."""

from typing import ClassVar, cast, get_args

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Select, Static

from leanbreath.screens.dialog import Dialog
from leanbreath.session.feedback import HARDEST, Feedback, Lean

EFFORTS = [("nothing", 0), *((str(number), number) for number in range(1, HARDEST)), ("all I have", HARDEST)]


class EndScreen(Dialog[Feedback]):
    """Shows the lines of a summary and asks how it felt; every answer may be left out, and a digit is the effort."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "end", "end"),
        Binding("space,enter,right,pagedown,media_play_pause,media_track_next", "read_on", "read on"),
        Binding("ctrl+s", "end", "end", priority=True),
        *(Binding(str(digit), f"effort({digit})", "effort", show=False) for digit in range(10)),
    ]
    space, others = "ends", "0 to 9 effort · tab to the questions"

    def __init__(self, lines: tuple[str, ...], following: str = "") -> None:
        super().__init__()
        self._lines, self._following = lines, following

    def compose(self) -> ComposeResult:
        """Lay out what was done, and three questions."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static("\n".join(self._lines), markup=False)
            if self._following:
                yield Static(f"Next: {self._following}", markup=False, id="following")
            with Vertical(id="questions"):
                with Horizontal(classes="asked"):
                    yield Static("Effort, 0 to 10")
                    yield Select(EFFORTS, prompt="–", id="effort", compact=True)
                with Horizontal(classes="asked"):
                    yield Static("Leaning felt")
                    yield Select([(word, word) for word in get_args(Lean)], prompt="–", id="lean", compact=True)
                with Horizontal(classes="asked"):
                    yield Static("A note")
                    yield Input(id="note", compact=True, max_length=500)

    def action_read_on(self) -> None:
        """Read on; at the end, end with the answers that were given."""
        if not self.read_on():
            self.action_end()

    def action_effort(self, effort: int) -> None:
        """Take a digit for the effort."""
        self.query_one("#effort", Select).value = effort

    def on_input_submitted(self) -> None:
        """End with what was written."""
        self.action_end()

    def action_end(self) -> None:
        """End with the answers that were given."""
        effort, lean = (self.query_one(name, Select).value for name in ("#effort", "#lean"))
        note = self.query_one(Input).value.strip() or None
        self.dismiss(
            Feedback(
                effort if isinstance(effort, int) else None, cast(Lean, lean) if isinstance(lean, str) else None, note
            )
        )
