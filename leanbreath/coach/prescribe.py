"""A routine for one runner today: drills for what holds them back, the week's doses, nothing that hurt, in the time."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from leanbreath.advice.apply_rules import broken_rules
from leanbreath.coach.material import Material
from leanbreath.coach.plan_state import PlanState
from leanbreath.coach.prescription_forms import Form, Request, forms
from leanbreath.coach.static_budget import is_within_budget
from leanbreath.diary.events import DiaryContent
from leanbreath.diary.moment import Moment
from leanbreath.routine.model import DrillStep, Routine
from leanbreath.routine.substitution import without_drills
from leanbreath.score.compose import place_passages
from leanbreath.score.fit import DoesNotFit, Fitted, fit
from leanbreath.score.fit_changes import FitChange
from leanbreath.score.sample_rate import RATE
from leanbreath.score.time_format import format_length
from leanbreath.score.unroll import unroll


class PlanPlace(NamedTuple):
    """Where a prescribed session stands: the plan, the number of its week, and the level of each drill."""

    plan: str
    week: int
    levels: Mapping[str, int]


@dataclass(frozen=True)
class Prescription:
    """A routine to play, how long it takes in seconds, and what was changed and why, a sentence each.

    `changes` are those that fitted it to the time. `place` is where it stands in a plan, None without one.
    """

    routine: Routine
    seconds: Fraction
    notes: tuple[str, ...]
    changes: tuple[FitChange, ...] = ()
    place: PlanPlace | None = None


Prescriber = Callable[[Fraction | None], Prescription]
"""Makes the prescription of one routine for a length in seconds, None for its own."""


class _FittedForm(NamedTuple):
    """A form in the time there is."""

    form: Form
    fitted: Fitted
    is_in_time: bool

    def cost(self, levels: Mapping[str, int]) -> tuple[bool, int]:
        """Return whether it takes too long, and how many wanted drills and levels it does without."""
        done = _levels_done(self.fitted.routine, levels)
        present = {step.drill.drill for step in _played(self.fitted.routine)}
        return not self.is_in_time, len(self.form.wanted - present) + sum(done[each] < levels[each] for each in done)


def prescribe(
    state: PlanState | None,
    material: Material,
    content: DiaryContent,
    now: Moment,
    routine_id: str,
    seconds: Fraction | None,
) -> Prescription:
    """Return a routine as it suits a runner now, in at most some seconds if it can be that short.

    It keeps to every training rule that the routine keeps as it is written, and to what helps in a day and a week.
    Raise `KeyError` where there is no such routine.
    """
    request = Request(state, material, content, now, material.routine(routine_id))
    broken = material.rules_broken_as_written(routine_id)
    chosen = _best(request, broken, seconds) or _in_time(_without_painful(request), seconds)
    routine, taken = chosen.fitted.routine, chosen.fitted.seconds
    place = PlanPlace(state.plan.plan, state.week_number, _levels_done(routine, state.levels)) if state else None
    late = () if chosen.is_in_time else (f"It takes at least {format_length(taken)}.",)
    return Prescription(routine, taken, (*chosen.form.notes, *late), chosen.fitted.changes, place)


def _without_painful(request: Request) -> Form:
    """Return a routine as it is written, without drills that hurt; whole if every drill in it did."""
    out = [each for each in request.out if each.drill in {drill.drill for drill in request.routine.drills()}]
    left = without_drills(request.routine, [each.drill for each in out])
    if not any(left.drills()):
        return Form(request.routine)
    return Form(left, tuple(f"No {each.title}: it hurt." for each in out))


def _best(request: Request, broken: frozenset[str], seconds: Fraction | None) -> _FittedForm | None:
    """Return the first form that keeps the rules, is in time and has every wanted drill, else the one nearest to it."""
    best: _FittedForm | None = None
    levels = request.state.levels if request.state else {}
    for form in forms(request):
        found = _in_time(form, seconds)
        is_better = best is None or found.cost(levels) < best.cost(levels)
        if is_better and _is_sound(found.fitted.routine, broken, request):
            best = found
        if best and best.cost(levels) == (False, 0):
            return best
    return best


def _is_sound(routine: Routine, broken: frozenset[str], request: Request) -> bool:
    """Return whether a routine breaks no rules but some, and asks for no more than helps in a day and in a week."""
    day = request.now.day
    return broken_rules(routine, request.material.rules) <= broken and is_within_budget(
        routine, request.sessions, day, request.material
    )


def _in_time(form: Form, seconds: Fraction | None) -> _FittedForm:
    """Return a form fitted to some seconds, or the shortest there is where that is longer."""
    if seconds is None or not any(form.routine.drills()):
        taken = Fraction(place_passages(unroll(form.routine, "left"))[-1].end, RATE)
        return _FittedForm(form, Fitted(form.routine, taken, ()), True)
    fitted = fit(form.routine, seconds)
    if isinstance(fitted, DoesNotFit):
        fitted = fit(form.routine, fitted.shortest)
    assert isinstance(fitted, Fitted), "the shortest form fits into its own length"
    return _FittedForm(form, fitted, fitted.seconds <= seconds)


def _levels_done(routine: Routine, levels: Mapping[str, int]) -> Mapping[str, int]:
    """Return the level at which each drill of a routine is done that has one."""
    steps = (step for step in _played(routine) if step.drill.drill in levels and step.drill.levels)
    return {step.drill.drill or "": _level(step) for step in steps}


def _played(routine: Routine) -> Iterator[DrillStep]:
    """Yield the drill steps of a routine that weren't left out to save time."""
    return (step for step in routine.drill_steps() if step.skip != "always")


def _level(step: DrillStep) -> int:
    """Return the highest level of its drill that the dose of a step reaches."""
    reached = (number for number, dose in enumerate(step.drill.levels, 1) if dose.seconds <= step.work.seconds)
    return max(reached, default=1)
