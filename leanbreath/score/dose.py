"""How much there is to do and how fast, in words."""

from collections.abc import Sequence

from leanbreath.routine.work import Work
from leanbreath.score.kinds import WORK
from leanbreath.score.phrases import Phrases


def dose_text(work: Work, phrases: Phrases, sets: int = 1) -> str:
    """Return a dose in words, with its sets: `5 breaths`, `3 sets of 20 seconds`."""
    dose = WORK[work.kind].dose(work, phrases)
    form = phrases.open_sets if work.is_open else phrases.sets
    return form.format(sets=sets, dose=dose) if sets > 1 else dose


def sets_text(works: Sequence[Work], phrases: Phrases) -> str:
    """Return the dose of some sets in words: `3 sets of 12 reps`, `3 sets of 12 reps, 10 reps, 8 reps`."""
    doses = [dose_text(work, phrases) for work in works]
    is_even = len(set(doses)) == 1
    return (
        dose_text(works[0], phrases, len(works))
        if is_even
        else phrases.sets.format(sets=len(works), dose=", ".join(doses))
    )


def pace_text(work: Work) -> str:
    """Return how fast its repetitions go, in words: `in 4, out 6`; empty if it has none."""
    return WORK[work.kind].pace(work)
