"""The question to a runner whom a drill hurts: three answers in big letters, and nothing happens until one is given."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from leanbreath.figure.letters import draw_letters
from leanbreath.figure.picture import plain_rows
from leanbreath.presentation.hurt_question import Answer, HurtQuestion
from leanbreath.screens.leave import LeaveScreen
from leanbreath.session.keys import CHOICES
from leanbreath.session.states import Move
from leanbreath.widgets.canvas import Canvas


class BigWords(Canvas):
    """Words as large as fits."""

    def __init__(self, words: str, classes: str) -> None:
        super().__init__()
        self.add_class(classes)
        self._words = words

    def on_resize(self) -> None:
        """Draw them again."""
        self.paint(plain_rows(draw_letters(self._words, *self.size)))


class AnswerRow(Vertical):
    """An answer: its key and its words, and below them what it means; a click chooses it."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(classes="" if answer.is_offered else "-not-offered")
        self._answer = answer

    def compose(self) -> ComposeResult:
        """Lay out the words; an answer that isn't offered has none."""
        if self._answer.is_offered:
            with Horizontal(classes="words"):
                yield BigWords(self._answer.choice.symbol, "key")
                yield BigWords(self._answer.choice.words, "word")
        yield Static(self._answer.meaning, markup=False, classes="meaning")

    def on_click(self, event: events.Click) -> None:
        """Choose it."""
        if self._answer.is_offered and isinstance(self.screen, HurtScreen):
            self.screen.action_choose(self._answer.choice.move)


class HurtScreen(ModalScreen[Move]):
    """Returns the move that the runner chooses, `leave` if that is to end the session."""

    CSS_PATH = "hurt.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(each.names, f"choose('{each.move}')", each.words, show=False) for each in CHOICES),
        Binding("q,escape", "leave", "end", show=False),
    ]

    def __init__(self, question: HurtQuestion) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """Lay out the question and its answers."""
        yield Static(self._question.heading, markup=False, id="heading")
        for each in self._question.answers:
            yield AnswerRow(each)
        yield Static("1, 2, 3 or a click · q: end", markup=False, id="keys")

    def action_choose(self, move: Move) -> None:
        """Answer, if the answer is offered."""
        if any(each.choice.move == move and each.is_offered for each in self._question.answers):
            self.dismiss(move)

    def action_leave(self) -> None:
        """Ask before leaving; who stays is asked about the drill again."""
        self.app.push_screen(LeaveScreen(), self._leave)

    def _leave(self, leaves: bool | None) -> None:
        if leaves:
            self.dismiss("leave")
