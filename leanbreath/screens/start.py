"""The preparation card, before a session begins."""

from collections.abc import Callable
from fractions import Fraction
from typing import ClassVar, Protocol

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from leanbreath.figure.letters import draw_letters
from leanbreath.presentation.preparation_card import PreparationCard
from leanbreath.presentation.returning_drill import RETURN_KEYS
from leanbreath.routine.vocabulary import YesOrNo
from leanbreath.screens.dialog import Dialog

MOST_COLUMNS = 64
SCROLLBAR = 2
DIGIT_COLUMNS, DIGIT_ROWS = 6, 4
"""The size of each big digit of the length."""


class Questions(Protocol):
    """The questions whether drills that hurt come back, as the card asks them one by one."""

    @property
    def current(self) -> str:
        """The question that is asked now, empty after the last."""

    def answer(self, answer: YesOrNo | None) -> str:
        """Answer it, None to be asked another day; return what is wrong if no drill is left after the last."""


class Lengths(Protocol):
    """The lengths in which a session is offered."""

    @property
    def offered(self) -> tuple[int, ...]:
        """The minutes that are offered, if there is a choice."""

    def change(self, direction: int) -> bool:
        """Choose the next longer length, or the next shorter; return whether there is one."""


class StartScreen(Dialog[bool]):
    """Shows a card until the runner has read it to its end: True to start, False to leave.

    `card` is asked for again once all questions are answered, since drills may have come back, and once the runner's
    own breath is found, with which `begin_breath_at` is called; there is none where no breath is paced. It is asked for
    too when another of the `lengths` is chosen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("space,enter,pagedown,media_play,media_play_pause", "start", "start"),
        Binding("left", "length(-1)", "shorter", show=False),
        Binding("right", "length(1)", "longer", show=False),
        ("q,escape", "leave", "leave"),
        Binding("c", "cautions", "cautions"),
        Binding("b", "find_breath", "your breath", show=False),
        Binding("y", "answer('yes')", "yes", show=False),
        Binding("n", "answer('no')", "no", show=False),
    ]
    space_label, other_keys = "start", "q: leave"

    def __init__(
        self,
        card: Callable[[], PreparationCard],
        questions: Questions | None = None,
        begin_breath_at: Callable[[Fraction], object] | None = None,
        lengths: Lengths | None = None,
    ) -> None:
        super().__init__()
        self._make_card, self._card, self._questions = card, card(), questions
        self._shows_cautions = self._card.shows_cautions
        self._nothing_left = ""
        self._begin_breath_at, self._lengths = begin_breath_at, lengths

    def compose(self) -> ComposeResult:
        """Lay out the card."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static(markup=False, id="question")
            yield Static(markup=False, id="title")
            with Horizontal(id="length-row"):
                yield Static(markup=False, id="length")
                yield Static(markup=False, id="about")
            yield Static(markup=False, id="changes")
            yield Static(markup=False, id="steps")
            yield Static(markup=False, id="details")

    def on_mount(self) -> None:
        """Show the card."""
        super().on_mount()
        self._show()

    def on_resize(self) -> None:
        """Show it in another size."""
        super().on_resize()
        self._show()

    @property
    def _question(self) -> str:
        return self._questions.current if self._questions else ""

    def _show(self) -> None:
        card, size = self._card, self.app.size
        columns = max(min(MOST_COLUMNS, int(size.width * 0.9) - 8) - SCROLLBAR, 8)
        is_large = size.width >= 60 and size.height >= 20
        digits = card.length.removeprefix("about ")
        drawn = draw_letters(digits, DIGIT_COLUMNS * len(digits) + 1, DIGIT_ROWS)
        length = "\n".join(drawn) if is_large else card.length
        texts = {
            "question": self._question or self._nothing_left,
            "title": card.title,
            "length": f"about\n{length}" if is_large and card.length.startswith("about") else length,
            "about": " ".join(filter(None, ("minutes" if is_large else "", card.waits))) + f"\n{card.about}",
            "changes": card.changes,
            "steps": "\n".join(card.steps(columns)),
            "details": "\n".join(card.details(self._shows_cautions)),
        }
        for name, text in texts.items():
            part = self.query_one(f"#{name}", Static)
            part.update(text)
            part.display = bool(text.strip())
        self.call_after_refresh(self._show_keys)

    def _show_keys(self) -> None:
        if self._question:
            self.box.border_subtitle = RETURN_KEYS
            return
        super()._show_keys()
        more = (
            "← →: length" if self._lengths and self._lengths.offered else "",
            "c: cautions" if self._card.cautions and not self._card.shows_cautions else "",
            "b: your breath" if self._begin_breath_at else "",
        )
        self.box.border_subtitle = " · ".join(filter(None, (self.box.border_subtitle, *more)))

    def on_click(self) -> None:
        """Start, as space does; a question needs a key."""
        if not self._question:
            self.action_start()

    def action_start(self) -> None:
        """Show more of the card, or start at its end; a question is put off."""
        if self._question:
            self._answer(None)
        elif not self._nothing_left and not self.show_more():
            self.dismiss(True)

    def action_length(self, direction: int) -> None:
        """Choose another length; where there is only one, right starts and left scrolls up."""
        if self._question or not (self._lengths and self._lengths.offered):
            self.action_start() if direction > 0 else self.action_scroll_lines(-1)
        elif self._lengths.change(direction):
            self._card = self._make_card()
            self._show()

    def action_answer(self, answer: YesOrNo) -> None:
        """Answer the question, if there is one."""
        if self._question:
            self._answer(answer)

    def _answer(self, answer: YesOrNo | None) -> None:
        assert self._questions is not None
        self._nothing_left = self._questions.answer(answer)
        if not self._question and not self._nothing_left:
            self._card = self._make_card()
        self._show()

    def action_cautions(self) -> None:
        """Show who should take care, or hide it again."""
        self._shows_cautions = not self._shows_cautions
        self._show()

    def action_find_breath(self) -> None:
        """Measure the runner's own breath, and begin with it."""
        if self._begin_breath_at and not self._question:
            from leanbreath.screens.breath_finder import BreathFinderScreen

            self.app.push_screen(BreathFinderScreen(), self._begin_with)

    def _begin_with(self, own_breath: Fraction | None) -> None:
        if own_breath and self._begin_breath_at:
            self._begin_breath_at(own_breath)
            self._card = self._make_card()
            self._show()

    def action_leave(self) -> None:
        """Leave; a question that was shown isn't asked again today."""
        if self._question and self._questions:
            self._questions.answer(None)
        self.dismiss(False)
