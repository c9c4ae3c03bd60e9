"""The question to a runner whom a drill hurts, for the screen and for plain lines."""

from collections.abc import Iterator
from typing import NamedTuple

from leanbreath.session.keys import CHOICES, Choice

NOTHING_EASIER = "Nothing is easier in this position."


class Answer(NamedTuple):
    """An answer, and what it means here; one that isn't offered says why."""

    choice: Choice
    meaning: str
    is_offered: bool = True


class HurtQuestion(NamedTuple):
    """What to ask about a drill."""

    heading: str
    answers: tuple[Answer, ...]

    @property
    def lines(self) -> Iterator[str]:
        """The question in plain lines."""
        yield self.heading
        for choice, meaning, is_offered in self.answers:
            yield f"Press {choice.symbol}: {meaning}" if is_offered else meaning
        yield "Nothing happens until you choose."


def hurt_question(title: str, easier_title: str) -> HurtQuestion:
    """Return the question about a drill, by its title and that of what can replace it, empty if there is nothing."""
    meanings = {
        "leave_out": "Leave it out for a week.",
        "ease": f"Something easier: {easier_title}." if easier_title else NOTHING_EASIER,
        "slip": "That was a slip. Continue.",
    }
    answers = (Answer(each, meanings[each.move], each.move != "ease" or bool(easier_title)) for each in CHOICES)
    return HurtQuestion(f"Stopped. Does it hurt? {title}", tuple(answers))
