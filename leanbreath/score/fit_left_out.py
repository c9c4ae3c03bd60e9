"""The moves, waits and rests that go with a drill that is left out, since nothing else needs them."""

from collections.abc import Collection, Iterator, Sequence

from leanbreath.routine.model import DrillStep, Move, Rest, Wait
from leanbreath.routine.position_families import POSITION_FAMILIES
from leanbreath.routine.vocabulary import Position
from leanbreath.score.fit_units import Leaf
from leanbreath.score.position_change import FURNITURE

Gaps = list[Leaf]


def gaps_left_out(steps: Sequence[Leaf], out: Collection[str]) -> Iterator[str]:
    """Yield the numbers of the moves, waits and rests that go, given all steps and the numbers of drills left out."""
    before: Leaf | None = None
    gaps: list[Gaps] = [[]]
    passed: list[Leaf] = []
    for leaf in steps:
        if not isinstance(leaf.step, DrillStep):
            gaps[-1].append(leaf)
        elif leaf.path in out:
            gaps.append([])
            passed.append(leaf)
        else:
            yield from _needless(before, gaps, passed, leaf) if passed else ()
            before, gaps, passed = leaf, [[]], []
    yield from _needless(before, gaps, passed, None) if passed else ()


def _needless(before: Leaf | None, gaps: list[Gaps], passed: list[Leaf], after: Leaf | None) -> Iterator[str]:
    """Yield the gaps between two drills that go with the drills passed over; `gaps` are those around each of them."""
    kept = _leading_gap(before, gaps, passed, after)
    for index, each in enumerate(gaps):
        yield from (leaf.path for leaf in each if isinstance(leaf.step, Move | Wait) and index != kept)
    rests = [leaf.path for each in gaps for leaf in each if isinstance(leaf.step, Rest)]
    first = [leaf.path for leaf in gaps[0] if isinstance(leaf.step, Rest)]
    yield from rests[max(len(first), 1 if before else 0) :]


def _leading_gap(before: Leaf | None, gaps: list[Gaps], passed: list[Leaf], after: Leaf | None) -> int | None:
    """Return which of the gaps has the moves that lead to the drill after them; None if nothing leads there any more.

    Moves in front of a drill that is passed over lead on to the next drill if that is done in the same place. Moves
    behind it go if they led back to where the runner is.
    """
    last = len(gaps) - 1
    moving = [index for index, each in enumerate(gaps) if any(isinstance(leaf.step, Move | Wait) for leaf in each)]
    if not moving or after is None:
        return last
    index = moving[-1]
    if index == last:
        is_back = before and _is_same_place(before, after) and not all(_is_same_place(each, after) for each in passed)
        return None if is_back else last
    return index if all(_is_same_place(each, after) for each in passed[index:]) else None


def _is_same_place(one: Leaf, two: Leaf) -> bool:
    """Return whether a runner who did one drill is where the other is done: on the same furniture, and in the same way.

    Between standing positions nobody has to be told to move.
    """
    assert isinstance(one.step, DrillStep) and isinstance(two.step, DrillStep)
    first, second = one.step.drill, two.step.drill
    if first.position is None or second.position is None:
        return True
    has_same_furniture = FURNITURE & set(first.needs) == FURNITURE & set(second.needs)
    return has_same_furniture and _posture(first.position) == _posture(second.position)


def _posture(position: Position) -> str:
    """Return what positions have in common between which nobody moves from the spot."""
    if POSITION_FAMILIES[position] == "feet":
        return "feet"
    return "supine" if position == "supine-legs-long" else position
