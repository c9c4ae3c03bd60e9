"""Fits a routine to the time there is: the longest form on its path that isn't longer than that."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from leanbreath.routine.model import Routine
from leanbreath.score.fit_changes import FitChange, fit_changes
from leanbreath.score.fit_filler import fillers
from leanbreath.score.fit_form import with_lengths, with_steps
from leanbreath.score.fit_limits import session_bounds
from leanbreath.score.fit_path import FitPath, Form
from leanbreath.score.fit_units import leaves
from leanbreath.score.passage import total_seconds
from leanbreath.score.unroll import unroll


@dataclass(frozen=True)
class Fitted:
    """A routine that was fitted to a length: how long it takes without waits, and what is not as it is written."""

    routine: Routine
    seconds: Fraction
    changes: tuple[FitChange, ...]


class DoesNotFit(NamedTuple):
    """A routine doesn't fit into the time there is; how long its shortest form takes, in seconds."""

    shortest: Fraction


def fit(routine: Routine, seconds: Fraction) -> Fitted | DoesNotFit:
    """Return a routine in the longest form that takes at most some seconds, the same each time.

    More time never gives less of any drill; only up to 30 s of raise or rest, which fill what remains, may.
    """
    passages = unroll(routine, "left")
    total = total_seconds(passages)
    path = FitPath(routine, passages, seconds)
    shortest, longest = session_bounds(routine.kind, total)
    wish = min(seconds, longest)
    for point in path.points_within(wish):
        form = path.form(point)
        if form.seconds <= wish and path.is_sound(form):
            filled = _filled(path, form, wish)
            if filled.seconds >= shortest:
                return Fitted(filled.routine, filled.seconds, fit_changes(routine, filled.routine))
    return DoesNotFit(_shortest(path, shortest))


def fit_range(routine: Routine) -> tuple[Fraction, Fraction]:
    """Return how long the shortest and the longest form of a routine take, in seconds."""
    passages = unroll(routine, "left")
    shortest, longest = session_bounds(routine.kind, total_seconds(passages))
    path = FitPath(routine, passages, longest)
    forms = (path.form(point) for point in path.points_within(longest))
    return _shortest(path, shortest), next(
        each.seconds for each in forms if each.seconds <= longest and path.is_sound(each)
    )


def _filled(path: FitPath, form: Form, seconds: Fraction) -> Form:
    """Return a form with filler, so that it comes as near to some seconds as it can without being longer."""
    if form.seconds == seconds:
        return form
    times = Counter(each.step for each in form.passages if each.kind in ("work", "rest", "move"))
    for changes in fillers(tuple(leaves(form.routine.steps)), times, seconds - form.seconds):
        filled = Form(with_steps(form.routine, changes), with_lengths(form.passages, changes))
        if path.is_sound(filled) and not path.lacks_gaps(filled, changes):
            return filled
    return form


def _shortest(path: FitPath, least: Fraction) -> Fraction:
    """Return how long the shortest form of a path takes that is no shorter than some seconds."""
    lengths = (_length(path, point, least) for point in path.points)
    found = [seconds for _, seconds in zip(range(len(path.arrivals) + 1), lengths, strict=False) if seconds]
    return min(found) if found else next(filter(None, lengths))


def _length(path: FitPath, point: int, least: Fraction) -> Fraction | None:
    """Return how long the form at a point takes, with filler where it would be too short; None if it isn't sound."""
    form = path.form(point)
    if form.seconds < least:
        form = _filled(path, form, least)
    return form.seconds if form.seconds >= least and path.is_sound(form) else None
