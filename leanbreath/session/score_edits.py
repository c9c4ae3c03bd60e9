"""The edits of a session's score, each by the work it concerns: without one of them, the others are made again."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from leanbreath.score.edit import lengthen
from leanbreath.score.passage import Passage
from leanbreath.score.score import Score
from leanbreath.score.substitution import substitute_drill
from leanbreath.score.work_key import WorkKey, find_work

LONGER_SECONDS = Fraction(10)


class Lengthened(NamedTuple):
    """Ten seconds more of some work."""

    work: WorkKey


class Pain(NamedTuple):
    """A drill that hurts, and where the runner said so: at device frame `at`, `offset` frames into some work.

    `elapsed` is how much of open work was done. `replacement` is what is done instead, nothing where the drill is left
    out, and None until the runner has chosen.
    """

    work: WorkKey
    title: str
    at: int
    offset: int
    elapsed: int = 0
    replacement: tuple[Passage, ...] | None = None

    @property
    def drill(self) -> str:
        """The name of the drill."""
        return self.work.drill


ScoreEdit = Lengthened | Pain


def edited(score: Score, edits: Iterable[ScoreEdit]) -> Score:
    """Return a score with some edits; one that concerns work which isn't there any more changes nothing."""
    for each in edits:
        index = find_work(score, each.work)
        if index is None:
            continue
        start = score.passage_span(index)[0]
        if isinstance(each, Lengthened):
            score = lengthen(score, start, LONGER_SECONDS)[0]
        elif each.replacement is not None:
            score = substitute_drill(score, start, each.replacement)[0]
    return score


def pains(edits: Iterable[ScoreEdit]) -> tuple[Pain, ...]:
    """Return the drills that hurt, the latest last."""
    return tuple(each for each in edits if isinstance(each, Pain))


def painful(edits: Iterable[ScoreEdit]) -> tuple[str, ...]:
    """Return the names of the drills that hurt."""
    return tuple(each.drill for each in pains(edits))


def without_latest_pain(edits: tuple[ScoreEdit, ...]) -> tuple[ScoreEdit, ...]:
    """Return the edits without the pain that came last."""
    latest = pains(edits)[-1:]
    return tuple(each for each in edits if each not in latest)
