"""The doses a step may have when a routine is fitted to a length, from the least that is of use to the most."""

from fractions import Fraction
from math import ceil

from leanbreath.routine.model import DrillStep
from leanbreath.routine.work import Breath, Cadence, Hold, Reps, Work
from leanbreath.routine.work.base import DOSE_STEP
from leanbreath.score.score import RATE
from leanbreath.score.speech_pace import estimated_frames

FEWEST_BREATHS, FEWEST_REPS = 3, 5
SHORTEST_STRETCH, SHORTEST_HOLD, SHORTEST_TIME = Fraction(15), Fraction(10), Fraction(30)
"""No dose shrinks below these, nor below half of itself, if its author gives no `least`."""

SHORTEST_STAGE = Fraction(10)
"""No cadence at several rates in turn has less time for each."""

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
    if not step.progression:
        works = _work_ladder(step, step.work, floor, can_grow)
        return tuple((work,) * step.sets for work in works), _index(works, step.work)
    ladders = [_work_ladder(step, work, floor, can_grow) for work in step.progression]
    own = [_index(ladder, work) for ladder, work in zip(ladders, step.progression, strict=True)]
    below, above = max(own), max(len(ladder) - 1 - index for ladder, index in zip(ladders, own, strict=True))
    doses = tuple(_shifted(ladders, own, shift) for shift in range(-below, above + 1))
    return doses, below


def _index(ladder: tuple[Work, ...], work: Work) -> int:
    return next(index for index, dose in enumerate(ladder) if dose.seconds == work.seconds)


def _shifted(ladders: list[tuple[Work, ...]], own: list[int], shift: int) -> SetWorks:
    each = zip(ladders, own, strict=True)
    return tuple(ladder[min(max(index + shift, 0), len(ladder) - 1)] for ladder, index in each)


def _work_ladder(step: DrillStep, work: Work, floor: Fraction, can_grow: bool) -> tuple[Work, ...]:
    """Return the doses that the work of a set may have, in order; open work has only its own."""
    if work.is_open:
        return (work,)
    line_end, own = max(_last_timed_line(step), _stages_seconds(work)), work.repetitions
    can_grow = can_grow and _last_timed_line(step) <= work.seconds
    shortest = max(step.least.seconds if step.least else _default_floor(step, work), floor, line_end)
    longest = step.most.seconds if step.most and can_grow else work.seconds
    if isinstance(work, Hold):
        longest = min(longest, LONGEST_HOLD)
    doses = work.doses(min(shortest, work.seconds), max(longest, work.seconds))
    counts = _counts(step, own, can_grow) if own is not None else None
    return tuple(dose for dose in doses if counts is None or dose.repetitions in counts)


def _counts(step: DrillStep, own: int, can_grow: bool) -> range:
    """Return the numbers of repetitions that are within bounds, keep both sides equal and each own line in reach."""
    if step.sides == "alternate" and own % 2:
        return range(own, own + 1)
    least = max((step.least.repetitions if step.least else None) or 1, _last_counted_line(step))
    most = (step.most.repetitions if step.most and can_grow else None) or own
    each = 2 if step.sides == "alternate" else 1
    return range(own - max(own - least, 0) // each * each, max(most, own) + 1, each)


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


def _stages_seconds(work: Work) -> Fraction:
    """Return how long steps at several rates in turn take at least, so that there is time to say each rate."""
    return SHORTEST_STAGE * work.in_ if isinstance(work, Cadence) and work.in_ else Fraction(0)


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
