"""Edits a runner may make during a session: each maps a score and a frame to the score and frame to continue with."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import takewhile

from leanbreath.routine.work import OpenWork
from leanbreath.score.compose import recompose
from leanbreath.score.kinds import SEGMENTS
from leanbreath.score.passage import Passage
from leanbreath.score.score import RATE, Score

ScorePosition = tuple[Score, int]

ENTRY_KINDS = ("work", "move", "rest")
"""The passages at which a step can be entered; the count-in replaces a `ready`."""

REWIND = 3 * RATE
"""Beyond this much of a step, going back leads to its own start."""


def re_enter(score: Score, frame: int) -> ScorePosition:
    """Return the start of the current breath, rep or step; a hold, free movement or a gap resumes at the same frame."""
    index = score.index(frame)
    segment = score.segments[index]
    if not SEGMENTS[segment.kind].is_cyclic or frame >= score.total:
        return score, frame
    while index and _is_same_rep(score, index - 1, index):
        index -= 1
    return score, score.segments[index].start


def _is_same_rep(score: Score, one: int, two: int) -> bool:
    first, second = score.segments[one], score.segments[two]
    return (first.passage, first.rep) == (second.passage, second.rep)


def next_step(score: Score, frame: int) -> ScorePosition:
    """Return the start of the next step; from a `ready`, of the step it leads to; after the last step, the end."""
    here = score.at(frame).passage
    passage = score.passages[here]
    for index in range(here + 1, len(score.passages)):
        other = score.passages[index]
        if other.kind in (*ENTRY_KINDS, "wait") and (not _is_same_step(other, passage) or passage.kind == "ready"):
            return score, score.passage_span(index)[0]
    return score, score.total


def previous_step(score: Score, frame: int) -> ScorePosition:
    """Return the start of this step, or of the one before if this one has only just begun."""
    first = _first_of_step(score, score.at(frame).passage)
    start = _entry_frame(score, first)
    if frame - start > REWIND or not first:
        return score, min(start, frame)
    before = next((index for index in range(first - 1, -1, -1) if score.passages[index].kind in ENTRY_KINDS), 0)
    return score, _entry_frame(score, _first_of_step(score, before))


def repeat_step(score: Score, frame: int) -> ScorePosition:
    """Return the start of this step."""
    first = _first_of_step(score, score.at(frame).passage)
    return score, min(_entry_frame(score, first), max(frame, 0))


def other_side(score: Score, frame: int) -> ScorePosition:
    """Return the other side of this step: the gap before it if ahead, else its work; with one side, the same frame.

    In the gap before a step nothing has been done on either side: then it is the work of the side that comes second.
    """
    here = score.at(frame).passage
    if score.passages[here].turn:
        return _other_turn(score, frame)
    if score.passages[here].side is None:
        return _other_side_ahead(score, frame)
    side, first = score.passages[here].side, _first_of_step(score, here)
    for index in (*_rest_of_step(score, here), *range(first, here)):
        passage = score.passages[index]
        if passage.side not in (None, side) and (index > here or passage.kind == "work"):
            return score, score.passage_span(index)[0]
    return score, frame


def _other_side_ahead(score: Score, frame: int) -> ScorePosition:
    """Return the work on the other side of the step that a gap belongs to; without one, the same frame."""
    here = score.at(frame).passage
    ahead = [(index, score.passages[index]) for index in _rest_of_step(score, here)]
    first = next((passage for _, passage in ahead if passage.kind == "work"), None)
    other = next((index for index, each in ahead if first and _is_other_side(each, first)), None)
    return score, frame if other is None else score.passage_span(other)[0]


def _other_turn(score: Score, frame: int) -> ScorePosition:
    """Return the start of the drill at a frame, or that a gap leads to, when the other side has its turn."""
    here = score.at(frame).passage
    index = _next_work(score, here)
    passage = score.passages[here if index is None else index]
    for other, each in enumerate(score.passages):
        same = (each.kind, each.step, each.drill, each.rounds) == ("work", passage.step, passage.drill, passage.rounds)
        if same and each.turn != score.passages[here].turn:
            return score, score.passage_span(other)[0]
    return score, frame


def _rest_of_step(score: Score, index: int) -> Iterator[int]:
    """Yield the indices of the passages after this one in the same step."""
    after = range(index + 1, len(score.passages))
    return takewhile(lambda other: _is_same_step(score.passages[other], score.passages[index]), after)


def _first_of_step(score: Score, index: int) -> int:
    """Return the index of the first passage in the same step."""
    while index and _is_same_step(score.passages[index - 1], score.passages[index]):
        index -= 1
    return index


def _is_same_step(one: Passage, two: Passage) -> bool:
    """Return whether two passages belong to one step; a substitute for a drill that hurts is a step of its own."""
    return (one.step, one.drill) == (two.step, two.drill)


def _entry_frame(score: Score, index: int) -> int:
    """Return the frame at which a step is entered, after its `ready`."""
    while score.passages[index].kind not in ENTRY_KINDS and index + 1 < len(score.passages):
        index += 1
    return score.passage_span(index)[0]


def step_entry(score: Score, frame: int) -> int:
    """Return the frame at which to enter the step that begins at a frame: the count-in replaces a `ready`."""
    return frame if frame >= score.total else max(_entry_frame(score, score.at(frame).passage), frame)


def lengthen(score: Score, frame: int, seconds: Fraction) -> ScorePosition:
    """Return the score with about `seconds` more of the work at or after a frame, on this side and the next."""
    index = _next_work(score, score.at(frame).passage)
    if index is None:
        return score, frame
    passage = score.passages[index]
    passages = tuple(
        _lengthened(each, seconds) if number == index or (number > index and _is_other_side(each, passage)) else each
        for number, each in enumerate(score.passages)
    )
    return recompose(score, passages), frame


def _next_work(score: Score, index: int) -> int | None:
    found = (number for number in range(index, len(score.passages)) if score.passages[number].kind == "work")
    return next(found, None)


def _is_other_side(passage: Passage, than: Passage) -> bool:
    same = (passage.kind, passage.step, passage.rounds, passage.set) == (than.kind, than.step, than.rounds, than.set)
    return same and passage.side != than.side


def _lengthened(passage: Passage, seconds: Fraction) -> Passage:
    """Return a passage with more work; what is open may last longer."""
    if isinstance(passage.work, OpenWork) and passage.work.most_seconds is not None:
        return passage._replace(work=replace(passage.work, most_seconds=passage.work.most_seconds + seconds))
    last = list(passage.works)[-1]
    return passage._replace(added=(*passage.added, last.extension(seconds)))


def step_segment(score: Score, step: str) -> int | None:
    """Return the index of the segment that begins a step, by its number (`3`, `5.2`) or its drill's id, or None."""
    for index, passage in enumerate(score.passages):
        named = step in (passage.step, passage.drill) or passage.step.startswith(f"{step}.")
        if named and passage.kind in (*ENTRY_KINDS, "wait"):
            return next(number for number, segment in enumerate(score.segments) if segment.passage == index)
    return None


def with_timed_waits(score: Score, seconds: Fraction) -> Score:
    """Return the score for playing without keys: each wait lasts for `seconds`, or for its own most if that is less."""
    passages = tuple(
        each._replace(gap_seconds=min(seconds, each.most_seconds or seconds)) if each.kind == "wait" else each
        for each in score.passages
    )
    return recompose(score, passages)
