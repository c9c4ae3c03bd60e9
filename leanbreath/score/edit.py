"""What a runner may change under way: each edit maps a score and a frame to those to go on with."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import takewhile

from leanbreath.score.compose import recompose
from leanbreath.score.kinds import SEGMENTS
from leanbreath.score.passage import Passage
from leanbreath.score.score import RATE, Score

ScorePosition = tuple[Score, int]

ENTRY_KINDS = ("work", "move", "rest")
"""The passages at which a step can be entered; a `ready` is replaced by the count-in."""

REWIND = 3 * RATE
"""Past this much of a step, going back leads to its own start."""


def re_enter(score: Score, frame: int) -> ScorePosition:
    """Go back to the start of the breath, rep or beat; a hold, free time or a gap goes on where it was."""
    index = score.index(frame)
    segment = score.segments[index]
    if not SEGMENTS[segment.kind].is_cyclic or frame >= score.total:
        return score, frame
    while index and _same_rep(score, index - 1, index):
        index -= 1
    return score, score.segments[index].start


def _same_rep(score: Score, one: int, two: int) -> bool:
    first, second = score.segments[one], score.segments[two]
    return (first.passage, first.rep) == (second.passage, second.rep)


def next_step(score: Score, frame: int) -> ScorePosition:
    """Go to the start of the next step; out of a `ready`, to the step it leads to; after the last, to the end."""
    here = score.at(frame).passage
    passage = score.passages[here]
    for index in range(here + 1, len(score.passages)):
        other = score.passages[index]
        if other.kind in (*ENTRY_KINDS, "wait") and (not _same(other, passage) or passage.kind == "ready"):
            return score, score.passage_span(index)[0]
    return score, score.total


def previous_step(score: Score, frame: int) -> ScorePosition:
    """Go to the start of this step, or, where that has only just begun, of the one before."""
    first = _step_first(score, score.at(frame).passage)
    start = _landing(score, first)
    if frame - start > REWIND or not first:
        return score, min(start, frame)
    before = next((index for index in range(first - 1, -1, -1) if score.passages[index].kind in ENTRY_KINDS), 0)
    return score, _landing(score, _step_first(score, before))


def repeat_step(score: Score, frame: int) -> ScorePosition:
    """Go to the start of this step, however far it has come."""
    first = _step_first(score, score.at(frame).passage)
    return score, min(_landing(score, first), max(frame, 0))


def other_side(score: Score, frame: int) -> ScorePosition:
    """Go to the other side of this step: on to the gap before it, or back to its work; where it has one side, stay."""
    here = score.at(frame).passage
    side, first = score.passages[here].side, _step_first(score, here)
    for index in (*_step_rest(score, here), *range(first, here)):
        passage = score.passages[index]
        if side and passage.side not in (None, side) and (index > here or passage.kind == "work"):
            return score, score.passage_span(index)[0]
    return score, frame


def _step_rest(score: Score, index: int) -> Iterator[int]:
    """Yield the indices of the passages of a step after one of them."""
    after = range(index + 1, len(score.passages))
    return takewhile(lambda other: _same(score.passages[other], score.passages[index]), after)


def _step_first(score: Score, index: int) -> int:
    """Return the index of the first passage of the step that a passage belongs to."""
    while index and _same(score.passages[index - 1], score.passages[index]):
        index -= 1
    return index


def _same(one: Passage, two: Passage) -> bool:
    """Return whether two passages are of one step; what comes in the place of what hurts is one of its own."""
    return (one.step, one.drill) == (two.step, two.drill)


def _landing(score: Score, index: int) -> int:
    """Return the frame at which a step is entered, past its `ready`."""
    while score.passages[index].kind not in ENTRY_KINDS and index + 1 < len(score.passages):
        index += 1
    return score.passage_span(index)[0]


def lengthen(score: Score, frame: int, seconds: Fraction) -> ScorePosition:
    """Lengthen the work at a frame by about `seconds`, on this side and the one to come; in a gap, what it leads to."""
    index = _work_from(score, score.at(frame).passage)
    if index is None:
        return score, frame
    passage = score.passages[index]
    passages = tuple(
        _longer(each, seconds) if number == index or (number > index and _other_side(each, passage)) else each
        for number, each in enumerate(score.passages)
    )
    return recompose(score, passages), frame


def _work_from(score: Score, index: int) -> int | None:
    found = (number for number in range(index, len(score.passages)) if score.passages[number].kind == "work")
    return next(found, None)


def _other_side(passage: Passage, than: Passage) -> bool:
    same = (passage.kind, passage.step, passage.set) == (than.kind, than.step, than.set)
    return same and passage.side != than.side


def _longer(passage: Passage, seconds: Fraction) -> Passage:
    last = list(passage.works)[-1]
    return passage._replace(added=(*passage.added, last.extension(seconds)))


def step_frame(score: Score, step: str) -> int | None:
    """Return the frame at which a step begins, by its number (`3`, `5.2`) or its drill's id, or None."""
    for index, passage in enumerate(score.passages):
        named = step in (passage.step, passage.drill) or passage.step.startswith(f"{step}.")
        if named and passage.kind in (*ENTRY_KINDS, "wait"):
            return score.passage_span(index)[0]
    return None


def with_timed_waits(score: Score, seconds: Fraction) -> Score:
    """Return the score for those who cannot press a key: each wait lasts so long."""
    passages = tuple(each._replace(gap=seconds) if each.kind == "wait" else each for each in score.passages)
    return recompose(score, passages)
