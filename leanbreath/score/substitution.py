"""Substitutes for a drill that hurts, for the rest of a score."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Any

from leanbreath.routine.vocabulary import Side
from leanbreath.score.compose import recompose
from leanbreath.score.edit import ScorePosition, previous_step, repeat_step
from leanbreath.score.passage import Passage
from leanbreath.score.position_change import change_seconds
from leanbreath.score.score import Score
from leanbreath.score.work_key import drill_name

READY_SECONDS = Fraction(8)
"""The least time to move from the drill that hurts into its substitute."""

Turns = dict[tuple[object, ...], Side | None]


def substitute_drill(score: Score, frame: int, substitute: tuple[Passage, ...]) -> ScorePosition:
    """Return the score with the drill at a frame replaced from there on, or left out if there is no substitute.

    Everything up to the end of the current passage stays, and the score continues after it.
    """
    here = _work(score, score.at(frame).passage)
    if here is None:
        return score, frame
    old = score.passages[here]
    kept, rest = score.passages[: here + 1], score.passages[here + 1 :]
    turns = _first_turns((old, *rest))
    replaced = (*_replacement(old, substitute, turns), *_replaced(rest, old, substitute, turns))
    passages = _without_idle_gaps((*kept, *replaced), score)
    changed = recompose(score, passages)
    if len(passages) == len(kept):
        return changed, changed.total
    return changed, changed.passage_span(len(kept))[0]


def without_drill(score: Score, drill: str, substitute: tuple[Passage, ...]) -> Score:
    """Return a score with a drill replaced everywhere, or left out if there is no substitute."""
    passages: list[Passage] = []
    turns = _first_turns(score.passages)
    for (_, hurts), run in groupby(score.passages, key=lambda each: (_occasion(each), _is_of_drill(each, drill))):
        each = tuple(run)
        passages += _replacement(_first_work(each), substitute, turns) if hurts else each
    return recompose(score, _without_idle_gaps(passages, score))


def previous_painless_step(score: Score, frame: int, hurt: tuple[str, ...]) -> ScorePosition:
    """Return the start of the previous step whose drill did not hurt; without one, of this step."""
    after, start = frame, previous_step(score, frame)[1]
    while hurt and start < after and (work := current_work(score, start)) and drill_name(work) in hurt:
        after, start = start, previous_step(score, start)[1]
    found = start < after or not hurt
    return (score, start) if found else repeat_step(score, frame)


def _work(score: Score, index: int) -> int | None:
    """Return the index of the work at a passage, or of the work that a gap leads to; None after the last."""
    found = (number for number in range(index, len(score.passages)) if score.passages[number].kind == "work")
    return next(found, None)


def current_work(score: Score, frame: int) -> Passage | None:
    """Return the work at a frame, or the work that a gap leads to; None after the last."""
    index = _work(score, score.at(frame).passage)
    return None if index is None else score.passages[index]


def _is_of_drill(passage: Passage, name: str) -> bool:
    """Return whether a passage is work with a drill, or a gap around its sets; an inline drill is known by its step."""
    if passage.drill is not None:
        return passage.drill == name
    step, space, _ = name.partition(" ")
    return bool(space) and passage.step == step


def _occasion(passage: Passage) -> tuple[object, ...]:
    """Return what tells apart each time that a step comes: its rounds, and whose turn it is."""
    return passage.step, passage.rounds, passage.turn


def _without_idle_gaps(passages: Sequence[Passage], score: Score) -> tuple[Passage, ...]:
    """Return the passages without the gaps of a score between rounds, or turns, that lead to none any more."""
    repeats = {each.step for passage in score.passages for each in passage.rounds}
    kept: list[Passage] = []
    for passage in reversed(passages):
        if not _is_idle(passage, kept[-1] if kept else None, repeats):
            kept.append(passage)
    return tuple(reversed(kept))


def _is_idle(gap: Passage, following: Passage | None, repeats: set[str]) -> bool:
    """Return whether a passage is a gap between turns or rounds that the following one has no part in."""
    if gap.kind == "switch" and gap.turn:
        return following is None or following.turn != gap.turn
    return gap.step in repeats and (following is None or all(each.step != gap.step for each in following.rounds))


def _first_work(run: tuple[Passage, ...]) -> Passage:
    """Return the first work of a run of a drill's passages, or a gap of it where there is none."""
    return next((each for each in run if each.kind == "work"), run[0])


def _replacement(old: Passage, substitute: tuple[Passage, ...], turns: Turns) -> Iterator[Passage]:
    """Yield the passages of a substitute that replace the old drill on its side, after time to get ready.

    Where each side has its turn, a substitute without sides is done in the first turn only.
    """
    place: dict[str, Any] = {"step": old.step, "rounds": old.rounds, "turn": old.turn}
    side = None if turns.get((old.step, old.rounds)) == old.turn else old.turn
    passages = [each._replace(**place) for each in substitute if _is_in_turn(each, old.turn, side)]
    if passages:
        ready = max(READY_SECONDS, Fraction(change_seconds(old, passages[0])))
        yield Passage("ready", title=passages[0].title, drill=passages[0].drill, gap_seconds=ready, **place)
        yield from passages


def _first_turns(passages: Sequence[Passage]) -> Turns:
    """Return whose turn comes first where a step comes on one side, then on the other, in each of its rounds."""
    return {(each.step, each.rounds): each.turn for each in reversed(passages) if each.kind == "work"}


def _is_in_turn(passage: Passage, turn: Side | None, only: Side | None) -> bool:
    """Return whether a passage of a substitute is done in a turn; with `only`, it must have that side."""
    if not turn:
        return True
    return passage.kind != "switch" and passage.side in (only or None, turn)


def _replaced(
    passages: tuple[Passage, ...], old: Passage, substitute: tuple[Passage, ...], turns: Turns
) -> Iterator[Passage]:
    """Yield passages with each further run of a drill replaced."""
    drill = drill_name(old)
    runs = groupby(passages, key=lambda passage: _occasion(passage) if _is_of_drill(passage, drill) else None)
    for index, (occasion, run) in enumerate(runs):
        if occasion is None:
            yield from run
        elif index or occasion != _occasion(old):
            yield from _replacement(_first_work(tuple(run)), substitute, turns)
