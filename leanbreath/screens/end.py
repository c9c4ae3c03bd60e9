"""The end of a session: a kind word, what it did for the week, and how it felt."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from leanbreath.presentation.end_card import EndCard
from leanbreath.presentation.feedback_questions import EFFORTS, LEANS, PAINS, answered, feedback_questions
from leanbreath.screens.dialog import Dialog
from leanbreath.session.feedback import Feedback


class EndScreen(Dialog[Feedback]):
    """Shows a card and asks how it felt; no answer is required, and each is one key.

    `take_back` takes back that a drill hurt, the latest first, and returns the card after that.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "close"),
        Binding("space,enter,pagedown,media_play_pause", "more", "more"),
        # keys that lead through a session: pressed once too often, they don't close the questions
        Binding("right,media_track_next", "show_more", "more", show=False),
        Binding("ctrl+s", "close", "close", priority=True),
        Binding("t", "table", "what you did"),
        Binding("n", "note", "note"),
        Binding("u", "take_back", "it didn't hurt", show=False),
        *(Binding(key, f"answer('{key}')", "answer", show=False) for key in (*EFFORTS, *LEANS, *PAINS)),
    ]
    space_label = "close"

    def __init__(self, card: EndCard, take_back: Callable[[], EndCard] | None = None) -> None:
        super().__init__()
        self._card, self._take_back = card, take_back
        self._feedback = Feedback(pain="some" if card.painful else None)

    @property
    def other_keys(self) -> str:
        """The key for the table, if there is one."""
        return "t: what you did" if self._card.table else ""

    def compose(self) -> ComposeResult:
        """Lay out the card and its questions."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static(markup=False, id="heading")
            yield Static(markup=False, id="warm")
            yield Static(markup=False, id="week")
            yield Static(markup=False, id="following")
            yield Static(markup=False, id="questions")
            yield Input(id="note", compact=True, max_length=500, placeholder="Write a note, then press enter.")
            yield Static(markup=False, id="hurt")
            yield Static(markup=False, id="table")

    def on_mount(self) -> None:
        """Show the card; the note and the table wait for their keys."""
        super().on_mount()
        self.query_one("#note").display = self.query_one("#table").display = False
        self._show()

    def _show(self) -> None:
        card = self._card
        following = card.if_it_hurts if self._feedback.pain == "some" else card.following
        asked = list(feedback_questions(self._feedback))
        width = max(len(each.asked) for each in asked) + 2
        texts = {
            "heading": card.heading,
            "warm": card.warm,
            "week": card.week,
            "following": f"Next: {following}" if following else "",
            "questions": "\n".join(f"{each.asked:{width}}{each.answers}" for each in asked),
            "hurt": f"It hurt: {card.painful[-1]}. u: no, that was a slip" if card.painful else "",
            "table": "\n".join(card.table),
        }
        for name, text in texts.items():
            part = self.query_one(f"#{name}", Static)
            part.update(text)
            if name != "table":
                part.display = bool(text)
        self.call_after_refresh(self._show_keys)

    def action_more(self) -> None:
        """Show more, or close at the end."""
        if not self.show_more():
            self.action_close()

    def action_show_more(self) -> None:
        """Show more, if there is any."""
        self.show_more()

    def action_answer(self, key: str) -> None:
        """Give an answer, or take it back."""
        self._feedback = answered(self._feedback, key)
        self._show()

    def action_table(self) -> None:
        """Show what was done of each drill, or hide it again."""
        table = self.query_one("#table")
        table.display = not table.display
        self.call_after_refresh(self._show_keys)

    def action_note(self) -> None:
        """Write a note."""
        note = self.query_one("#note", Input)
        note.display = True
        note.focus()

    def action_take_back(self) -> None:
        """Take back that a drill hurt."""
        if self._card.painful and self._take_back:
            self._card = self._take_back()
            if not self._card.painful:
                self._feedback = self._feedback._replace(pain=None)
            self._show()

    def on_input_submitted(self) -> None:
        """Keep the note."""
        self._keep_note()
        self._show()

    def action_close(self) -> None:
        """Close with the answers so far."""
        self._keep_note()
        self.dismiss(self._feedback)

    def _keep_note(self) -> None:
        note = self.query_one("#note", Input)
        self._feedback = self._feedback._replace(note=note.value.strip() or None)
        note.display = False
        self.set_focus(None)
