"""What is not as it is written in a routine that was fitted to a length."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from leanbreath.routine.model import DrillStep, Rest, Routine, Step
from leanbreath.score.fit_units import leaves
from leanbreath.score.kinds import WORK
from leanbreath.score.time_format import format_length

FitChangeKind = Literal["left-out", "shorter", "longer", "fewer", "more"]


class FitChange(NamedTuple):
    """A drill that was left out, or does more or less than written: its title, and how much it does, in words."""

    kind: FitChangeKind
    title: str
    text: str = ""


def fit_changes(written: Routine, fitted: Routine) -> tuple[FitChange, ...]:
    """Return what is not as written, each drill once in the same words, in the order of the routine."""
    forms = {leaf.path: leaf.step for leaf in leaves(fitted.steps)}
    steps = tuple((leaf.step, forms.get(leaf.path)) for leaf in leaves(written.steps))
    changes = (change for before, after in steps for change in _changes(before, after))
    longer_rests = sum((_longer_rest(before, after) for before, after in steps), Fraction(0))
    rests = (FitChange("longer", "Rests", f"{format_length(longer_rests)} more"),) if longer_rests else ()
    return (*dict.fromkeys(changes), *rests)


def _changes(before: Step, after: Step | None) -> Iterator[FitChange]:
    """Yield how a drill step differs, if it is one and does."""
    if before is after or not isinstance(before, DrillStep):
        return
    title = before.drill.title
    if not isinstance(after, DrillStep):
        yield FitChange("left-out", title)
    elif before.set_works != after.set_works:
        less = sum(work.seconds for work in after.set_works) < sum(work.seconds for work in before.set_works)
        is_counted = after.work.repetitions is not None
        kind: FitChangeKind = ("fewer" if less else "more") if is_counted else ("shorter" if less else "longer")
        yield FitChange(kind, title, _amounts(after))


def _amounts(step: DrillStep) -> str:
    """Return how much each set is: `20 s`, `4 breaths`, `12, 10, 8 reps`."""
    noun = WORK[step.work.kind].noun
    if step.work.repetitions is None:
        return ", ".join(dict.fromkeys(format_length(work.seconds) for work in step.set_works))
    counts = [work.repetitions or 0 for work in step.set_works]
    counts = counts[:1] if len(set(counts)) == 1 else counts
    return f"{', '.join(map(str, counts))} {noun}{'' if counts == [1] else 's'}"


def _longer_rest(before: Step, after: Step | None) -> Fraction:
    if isinstance(before, Rest) and isinstance(after, Rest):
        return after.seconds - before.seconds
    return Fraction(0)
