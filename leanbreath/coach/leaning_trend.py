"""How leaning felt, as a tendency: what runners say of it is no measurement."""

from collections.abc import Sequence
from typing import NamedTuple

from leanbreath.diary.training_totals import LeanAnswer
from leanbreath.routine.vocabulary import LeanFelt

WINDOW = 10
"""So many answers make a tendency."""

FEWEST = 4
"""With fewer answers there is no tendency."""

VALUES: dict[LeanFelt, int] = {"easier": 1, "same": 0, "harder": -1}


class LeaningTrend(NamedTuple):
    """Every answer, the first one first, and the tendency after each.

    A tendency is the mean of the latest answers, from -1 (all harder) to 1 (all easier); None after too few of them.
    """

    answers: tuple[LeanAnswer, ...]
    tendencies: tuple[float | None, ...]

    @property
    def latest(self) -> tuple[LeanAnswer, ...]:
        """The answers that make the latest tendency."""
        return self.answers[-WINDOW:]

    def count(self, lean: LeanFelt) -> int:
        """Return how often an answer is among the latest."""
        return sum(each.lean == lean for each in self.latest)


def leaning_trend(answers: Sequence[LeanAnswer]) -> LeaningTrend:
    """Return the tendency of some answers, which come in the order of time."""
    windows = (answers[max(0, end - WINDOW) : end] for end in range(1, len(answers) + 1))
    return LeaningTrend(tuple(answers), tuple(map(_tendency, windows)))


def _tendency(answers: Sequence[LeanAnswer]) -> float | None:
    if len(answers) < FEWEST:
        return None
    return sum(VALUES[each.lean] for each in answers) / len(answers)
