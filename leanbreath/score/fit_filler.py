"""Filler: up to 30 s of raise or rest that a fitted routine takes longer, so that it ends when it should."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from leanbreath.routine.model import DrillStep, Move, Rest, Step
from leanbreath.routine.work import Time
from leanbreath.routine.work.base import DOSE_STEP
from leanbreath.score.fit_units import Leaf

MOST_FILLER = Fraction(30)

LONGEST_GAP = Fraction(600)
"""No rest gets longer than this."""


def fillers(steps: tuple[Leaf, ...], times: Mapping[str, int], seconds: Fraction) -> Iterator[dict[str, Step]]:
    """Yield the steps that take some seconds longer in all, by their numbers, or less where there is no more room.

    The first raise takes them in whole steps, up to its most; rests share what is left. Where there are none, or longer
    ones won't do, moves share it. `times` says how often each step is done: once, or it is no filler.
    """
    left, changes = min(seconds, MOST_FILLER), dict[str, Step]()
    single = [leaf for leaf in steps if times.get(leaf.path) == 1 and not leaf.in_interval]
    for path, step, _ in single:
        if isinstance(step, DrillStep) and step.drill.goal == "raise":
            longer = _longer_raise(step, left)
            changes, left = {path: longer}, left - (longer.work.seconds - step.work.seconds)
            break
    for kind in (Rest, Move):
        if gaps := [leaf for leaf in single if isinstance(leaf.step, kind)]:
            yield changes | _longer_gaps(gaps, left)
    yield changes


def _longer_raise(step: DrillStep, seconds: Fraction) -> DrillStep:
    if not isinstance(step.work, Time) or step.work.is_open or step.progression or step.sets > 1 or not step.most:
        return step
    room = max(min(seconds, step.most.seconds - step.work.seconds), Fraction(0))
    longer = step.work.seconds + room // DOSE_STEP * DOSE_STEP
    return replace(step, work=Time(longer))


def _longer_gaps(gaps: list[Leaf], seconds: Fraction) -> dict[str, Step]:
    """Return gaps that share some seconds: whole ones each, and what is left of them in the first."""
    if not gaps or not seconds:
        return {}
    each = seconds // len(gaps)
    first = seconds - each * (len(gaps) - 1)
    longer: dict[str, Step] = {}
    for number, (path, step, _) in enumerate(gaps):
        assert isinstance(step, Rest | Move)
        more = first if not number else Fraction(each)
        longer[path] = step._replace(seconds=min(step.seconds + more, max(LONGEST_GAP, step.seconds)))
    return longer
