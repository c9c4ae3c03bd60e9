"""How much there is to do and how fast, in words."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from leanbreath.routine.action_word import ActionWord
from leanbreath.routine.work import Work
from leanbreath.score.kinds import WORK
from leanbreath.score.phrases import Phrases


def dose_text(work: Work, phrases: Phrases, sets: int = 1) -> str:
    """Return a dose in words, with its sets: `5 breaths`, `3 sets of 20 seconds`."""
    dose = WORK[work.kind].dose(work, phrases)
    form = phrases.open_sets if work.is_open else phrases.sets
    return form.format(sets=sets, dose=dose) if sets > 1 else dose


def sets_text(works: Sequence[Work], phrases: Phrases) -> str:
    """Return the dose of some sets in words: `3 sets of 12 reps`, `3 sets of 12, 10, 8 reps`."""
    doses = [dose_text(work, phrases) for work in works]
    if len(set(doses)) == 1:
        return dose_text(works[0], phrases, len(works))
    return phrases.sets.format(sets=len(works), dose=", ".join(_with_unit_once(doses)))


def _with_unit_once(doses: Sequence[str]) -> Iterator[str]:
    """Yield doses without their unit where the next one has the same: `12`, `10`, `8 reps`."""
    for dose, following in pairwise(doses):
        number, _, unit = dose.partition(" ")
        has_same = following.partition(" ")[2] == unit and not any(char.isdecimal() for char in unit)
        yield number if unit and has_same else dose
    yield from doses[-1:]


def pace_text(work: Work, words: Mapping[str, ActionWord]) -> str:
    """Return how fast its repetitions go, in words: `in 4, out 6`, `hinge 2 s, stand 1 s`; empty if it has none."""
    return WORK[work.kind].pace(work, words)
