"""The identity of work: the same in every edit of a score."""

from typing import NamedTuple

from leanbreath.routine import model
from leanbreath.score.passage import Passage, Round
from leanbreath.score.score import Score


class WorkKey(NamedTuple):
    """A set of a side of a drill in a round."""

    step: str
    drill: str
    side: str | None
    turn: str | None
    rounds: tuple[Round, ...]
    set: int


def drill_name(passage: Passage) -> str:
    """Return the name of the drill of some work."""
    return model.drill_name(passage.drill, passage.step, passage.title)


def work_key(passage: Passage) -> WorkKey:
    """Return the identity of some work."""
    return WorkKey(passage.step, drill_name(passage), passage.side, passage.turn, passage.rounds, passage.set)


def find_work(score: Score, key: WorkKey) -> int | None:
    """Return the index of the passage with some work in a score, or None if it isn't there."""
    works = (index for index, each in enumerate(score.passages) if each.kind == "work" and work_key(each) == key)
    return next(works, None)
