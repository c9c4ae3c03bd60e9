"""The end of a session: what was done, and how it felt."""

from typing import ClassVar, cast, get_args

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Select, Static

from leanbreath.routine.vocabulary import Effort, LeanFelt
from leanbreath.screens.dialog import Dialog
from leanbreath.session.feedback import Feedback

LEAST, *BETWEEN, MOST = get_args(Effort)
EFFORTS = [(f"{LEAST}, none", LEAST), *((str(number), number) for number in BETWEEN), (f"{MOST}, all out", MOST)]


class EndScreen(Dialog[Feedback]):
    """Shows the lines of a summary and asks how it felt; no answer is required, and a digit gives the effort."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "close"),
        Binding("space,enter,right,pagedown,media_play_pause,media_track_next", "more", "more"),
        Binding("ctrl+s", "close", "close", priority=True),
        *(Binding(str(digit), f"effort({digit})", "effort", show=False) for digit in range(10)),
    ]
    space_label, other_keys = "close", "0 to 9: effort · Tab: questions"

    def __init__(self, lines: tuple[str, ...], following: str = "") -> None:
        super().__init__()
        self._lines, self._following = lines, following

    def compose(self) -> ComposeResult:
        """Lay out what was done and three questions."""
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
                    yield Select([(word, word) for word in get_args(LeanFelt)], prompt="–", id="lean", compact=True)
                with Horizontal(classes="asked"):
                    yield Static("A note")
                    yield Input(id="note", compact=True, max_length=500)

    def action_more(self) -> None:
        """Show more, or close at the end."""
        if not self.show_more():
            self.action_close()

    def action_effort(self, effort: int) -> None:
        """Set the effort."""
        self.query_one("#effort", Select).value = effort

    def on_input_submitted(self) -> None:
        """Close, as enter ends the note."""
        self.action_close()

    def action_close(self) -> None:
        """Close with the answers so far."""
        effort, lean = (self.query_one(name, Select).value for name in ("#effort", "#lean"))
        note = self.query_one(Input).value.strip() or None
        self.dismiss(
            Feedback(
                cast(Effort, effort) if isinstance(effort, int) else None,
                cast(LeanFelt, lean) if isinstance(lean, str) else None,
                note,
            )
        )
