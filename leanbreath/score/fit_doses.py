"""The doses a step may have when a routine is fitted to a length, from the least that is of use to the most."""

from fractions import Fraction
from itertools import pairwise
from math import ceil

from leanbreath.routine.model import DrillStep
from leanbreath.routine.work import Breath, Hold, Reps, Work
from leanbreath.routine.work.base import DOSE_STEP
from leanbreath.score.score import RATE
from leanbreath.score.speech_pace import estimated_frames

FEWEST_BREATHS, FEWEST_REPS = 3, 5
SHORTEST_STRETCH, SHORTEST_HOLD, SHORTEST_TIME = Fraction(15), Fraction(10), Fraction(30)
"""No dose shrinks below these, nor below half of itself, if its author gives no `least`."""

LONGEST_HOLD = Fraction(300)
"""No hold grows beyond this."""

SetWorks = tuple[Work, ...]
"""The work of each set."""


def dose_ladder(
    step: DrillStep, floor: Fraction = Fraction(0), can_grow: bool = True
) -> tuple[tuple[SetWorks, ...], int]:
    """Return the doses of a step, the least first, and the index of the written one.

    No set gets shorter than `floor` seconds if it isn't as written. The sets of a progression grow and shrink together.
    """
    ladders = [_work_ladder(step, work, floor, can_grow) for work in step.set_works]
    own = [ladder.index(work) for ladder, work in zip(ladders, step.set_works, strict=True)]
    below, above = max(own), max(len(ladder) - 1 - index for ladder, index in zip(ladders, own, strict=True))
    doses = tuple(_shifted(ladders, own, shift) for shift in range(-below, above + 1))
    return doses, below


def _shifted(ladders: list[tuple[Work, ...]], own: list[int], shift: int) -> SetWorks:
    each = zip(ladders, own, strict=True)
    return tuple(ladder[min(max(index + shift, 0), len(ladder) - 1)] for ladder, index in each)


def _work_ladder(step: DrillStep, work: Work, floor: Fraction, can_grow: bool) -> tuple[Work, ...]:
    """Return the doses that the work of a set may have, in order; open work has only its own."""
    if work.is_open:
        return (work,)
    shortest = max(step.least.seconds if step.least else _default_floor(step, work), floor, _last_timed_line(step))
    can_grow = can_grow and _last_timed_line(step) <= work.seconds
    longest = step.most.seconds if step.most and can_grow else work.seconds
    if isinstance(work, Hold):
        longest = min(longest, LONGEST_HOLD)
    doses = work.doses(min(shortest, work.seconds), max(longest, work.seconds))
    allowed = [dose for dose in doses if dose == work or _is_allowed(step, work, dose, can_grow)]
    return tuple(_ascending(allowed, work))


def _ascending(doses: list[Work], work: Work) -> list[Work]:
    """Return the doses without those that are no longer than the one before; the written one stays."""
    kept = [doses[0]] + [after for before, after in pairwise(doses) if after.seconds > before.seconds]
    return kept if work in kept else [work]


def _is_allowed(step: DrillStep, work: Work, dose: Work, can_grow: bool) -> bool:
    """Return whether a dose keeps the count within bounds, both sides equal, and each line of the step in reach."""
    count, own = dose.repetitions, work.repetitions
    if count is None or own is None:
        return True
    least = min(max(step.least.repetitions or 0 if step.least else 0, _last_counted_line(step)), own)
    most = max(step.most.repetitions or own if step.most and can_grow else own, own)
    keeps_sides = step.sides != "alternate" or count % 2 == own % 2 == 0
    return least <= count <= most and keeps_sides


def _default_floor(step: DrillStep, work: Work) -> Fraction:
    """Return the shortest useful length of work for which its author gives no `least`."""
    half = work.seconds / 2
    match work:
        case Breath() | Reps():
            fewest = FEWEST_BREATHS if isinstance(work, Breath) else FEWEST_REPS
            return max(half, work.seconds * fewest / (work.repetitions or 1))
        case Hold():
            shortest = SHORTEST_STRETCH if step.drill.stretch == "static" else SHORTEST_HOLD
        case _:
            shortest = SHORTEST_TIME
    return max(shortest, ceil(half / DOSE_STEP) * DOSE_STEP)


def _own_lines(step: DrillStep) -> bool:
    return step.drill.drill is None or step.cues is not step.drill.cues


def _last_timed_line(step: DrillStep) -> Fraction:
    """Return when the last of the step's own lines at plain times is over; 0 without any."""
    if not _own_lines(step):
        return Fraction(0)
    lines = ((cue.at.seconds, cue.wordings[0]) for cue in step.cues if cue.at.name is None)
    return max((at + Fraction(estimated_frames(text), RATE) for at, text in lines), default=Fraction(0))


def _last_counted_line(step: DrillStep) -> int:
    """Return the last breath or rep that a line of the step's own belongs to; 0 without any."""
    if not _own_lines(step):
        return 0
    return max((max(cue.breath or 0, cue.rep or 0) for cue in step.cues), default=0)
