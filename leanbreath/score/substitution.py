"""What comes in the place of a drill that hurts, for the rest of a score."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from leanbreath.score.compose import recompose
from leanbreath.score.edit import ScorePosition, previous_step, repeat_step
from leanbreath.score.passage import Passage
from leanbreath.score.score import Score

READY = Fraction(8)
"""Time to get from what hurts into what comes in its place."""


def substitute_drill(score: Score, frame: int, substitute: tuple[Passage, ...]) -> ScorePosition:
    """Leave a drill out from a frame on, each time it comes, and do the substitute's passages there, if there are any.

    What lies before stays as it is, and so does the passage at hand, past whose end the score goes on.
    """
    here = _work(score, score.at(frame).passage)
    if here is None:
        return score, frame
    old = score.passages[here]
    kept, rest = score.passages[: here + 1], score.passages[here + 1 :]
    passages = (*kept, *_renewed(old, substitute), *_without(rest, old, substitute))
    changed = recompose(score, passages)
    if len(passages) == len(kept):
        return changed, changed.total
    return changed, changed.passage_span(len(kept))[0]


def without_drill(score: Score, drill: str, substitute: tuple[Passage, ...]) -> Score:
    """Return a score without a drill, wherever it comes; the substitute's passages are done there, if there are any."""
    passages: list[Passage] = []
    for (_, hurts), run in groupby(score.passages, key=lambda each: (each.step, drill_name(each) == drill)):
        each = tuple(run)
        passages += _renewed(each[0], substitute) if hurts else each
    return recompose(score, tuple(passages))


def previous_painless_step(score: Score, frame: int, hurt: tuple[str, ...]) -> ScorePosition:
    """Go back as to the previous step, past any drill that hurt; where nothing else is before, to the start of this."""
    here, place = frame, previous_step(score, frame)[1]
    while hurt and place < here and (work := current_work(score, place)) and drill_name(work) in hurt:
        here, place = place, previous_step(score, place)[1]
    spared = place < here or not hurt
    return (score, place) if spared else repeat_step(score, frame)


def _work(score: Score, index: int) -> int | None:
    """Return the index of the passage of work at an index, or of the one that the gap there leads to."""
    found = (number for number in range(index, len(score.passages)) if score.passages[number].kind == "work")
    return next(found, None)


def current_work(score: Score, frame: int) -> Passage | None:
    """Return the work that is done at a frame, or that the gap there leads to; None after the last."""
    index = _work(score, score.at(frame).passage)
    return None if index is None else score.passages[index]


def drill_name(passage: Passage) -> str:
    """Return what a drill is known by: its id, or its title where it has none."""
    return passage.drill or passage.title


def _renewed(old: Passage, substitute: tuple[Passage, ...]) -> Iterator[Passage]:
    """Yield the passages of a substitute in the step of what it replaces, after time to get there."""
    if substitute:
        first = substitute[0]
        yield Passage("ready", old.step, first.title, first.drill, gap=READY)
        yield from (each._replace(step=old.step) for each in substitute)


def _without(passages: tuple[Passage, ...], old: Passage, substitute: tuple[Passage, ...]) -> Iterator[Passage]:
    """Yield passages without those of a drill; each time it would come again the substitute does."""
    drill = drill_name(old)
    runs = groupby(passages, key=lambda passage: passage.step if drill_name(passage) == drill else None)
    for index, (step, run) in enumerate(runs):
        if step is None:
            yield from run
        elif index or step != old.step:
            yield from _renewed(next(run), substitute)
