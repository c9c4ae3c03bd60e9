"""The forms in which a routine can be prescribed, those first that take back fewest of the changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from typing import NamedTuple

from leanbreath.coach.dose_ceilings import with_ceilings, with_fixed_doses
from leanbreath.coach.drills_left_out import leave_out
from leanbreath.coach.limiter_drills import Replacement, limiter_drills, with_replacements
from leanbreath.coach.limiters import LimiterScore, limiter_report, main_limiters
from leanbreath.coach.material import Material
from leanbreath.coach.plan_state import PlanState
from leanbreath.diary.drills_out import DrillOut, drills_out
from leanbreath.diary.events import DiaryContent, SessionRow
from leanbreath.diary.moment import Moment
from leanbreath.routine.model import BothSides, DrillStep, Include, Repeat, Routine, Step
from leanbreath.routine.plan import Week
from leanbreath.routine.substitution import without_drills
from leanbreath.routine.week_doses import apply

ONE_SET = "One set of each stretch."
NO_STRETCHES = "No long stretches: they add nothing more today."


class Form(NamedTuple):
    """A form of a routine before it is fitted; `wanted` are drills for the main limiters that it should keep."""

    routine: Routine
    notes: tuple[str, ...] = ()
    wanted: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Request:
    """What a prescription is made from; `routine` is as it is written."""

    state: PlanState | None
    material: Material
    content: DiaryContent
    now: Moment
    routine: Routine

    @cached_property
    def sessions(self) -> tuple[SessionRow, ...]:
        """The sessions until now."""
        return tuple(each for each in self.content.sessions if each.last.at <= self.now.at)

    @cached_property
    def out(self) -> tuple[DrillOut, ...]:
        """The drills that stay out because they hurt, without those about which the runner is asked today."""
        return tuple(each for each in self.hurt if not each.asks)

    @cached_property
    def hurt(self) -> tuple[DrillOut, ...]:
        """The drills that hurt and aren't back yet."""
        return drills_out(self.sessions, self.now, self.routine.id)

    @cached_property
    def report(self) -> tuple[LimiterScore, ...]:
        """The limiters by the assessments until now."""
        return limiter_report((row for row in self.content.assessments if row.at.at <= self.now.at), self.material)


def forms(request: Request) -> Iterator[Form]:
    """Yield the forms of a routine; none if every drill in it hurt."""
    base = Form(*leave_out(request.routine, request.out, request.material))
    if not any(base.routine.drills()):
        return
    held = [each.drill for each in base.routine.drills() if each.drill and each.stretch == "static"]
    quiet = Form(without_drills(base.routine, held), (*base.notes, NO_STRETCHES))
    if state := request.state:
        replacements = _replacements(base.routine, request, state)
        base = base._replace(wanted=_wanted(base.routine, request, replacements))
        yield from _planned_forms(base, state, replacements)
        levels_only = replace(state.dose, hold=None, sets=None, reps=None, breath=None)
        yield base._replace(routine=_dosed(base.routine, levels_only, True))
        quiet = quiet._replace(routine=_dosed(quiet.routine, state.dose, True), wanted=base.wanted)
    else:
        yield base
    if any(quiet.routine.drills()):
        yield quiet


def _planned_forms(base: Form, state: PlanState, replacements: Sequence[Replacement]) -> Iterator[Form]:
    """Yield forms with the drills for the main limiters and the doses of the week.

    Where the time is short, a lean drill below its level and shorter stretches, then one set of each, make room for
    what is wanted.
    """
    for (dose, note), is_fixed in product(_doses(state.dose), (True, False)):
        for number in range(len(replacements), -1, -1):
            kept = replacements[:number]
            routine = _dosed(with_replacements(base.routine, kept), dose, is_fixed)
            notes = (*base.notes, *(each.note for each in kept), *note)
            yield Form(_kept_longest(routine, base.wanted), notes, base.wanted)


def _wanted(routine: Routine, request: Request, replacements: Sequence[Replacement]) -> frozenset[str]:
    """Return the drills for the main limiters that a routine has, or gets."""
    first = {drill for score in main_limiters(request.report) for drill in score.first_choice}
    present = {drill.drill for drill in routine.drills()}
    return frozenset({*(first & present), *(each.new.drill or "" for each in replacements)})


def _replacements(routine: Routine, request: Request, state: PlanState) -> tuple[Replacement, ...]:
    """Return what is replaced for the main limiters, in the routines that the plan names."""
    if routine.id not in set(state.plan.names()):
        return ()
    return limiter_drills(routine, request.report, request.material, {each.drill for each in request.hurt})


def _doses(dose: Week) -> Iterator[tuple[Week, tuple[str, ...]]]:
    yield dose, ()
    if (dose.sets or 1) > 1:
        yield replace(dose, sets=1), (ONE_SET,)


def _dosed(routine: Routine, dose: Week, is_fixed: bool) -> Routine:
    """Return a routine with the doses and levels of a week, with levels that fitting doesn't change if they are fixed.

    Sides take turns to come first.
    """
    dosed = with_ceilings(apply(dose, routine), dose)
    limited = with_fixed_doses(dosed, dose) if is_fixed else dosed
    return replace(limited, steps=tuple(map(_alternating, limited.steps)))


def _kept_longest(routine: Routine, drills: frozenset[str]) -> Routine:
    """Return a routine whose optional steps are left out later where they do some drills than where they don't."""
    return replace(routine, steps=tuple(_with_priority(step, drills) for step in routine.steps))


def _with_priority(step: Step, drills: frozenset[str]) -> Step:
    match step:
        case DrillStep() if step.optional:
            return replace(step, priority=1 if step.drill.drill in drills else (step.priority or 1) + 1)
        case Repeat() | BothSides() | Include():
            return step._replace(steps=tuple(_with_priority(each, drills) for each in step.steps))
    return step


def _alternating(step: Step) -> Step:
    """Return a step whose sides take turns to come first, from session to session."""
    match step:
        case DrillStep() if step.first_side is None and step.sides in ("each", "alternate"):
            return replace(step, first_side="alternate")
        case BothSides():
            turned = step._replace(first_side=step.first_side or "alternate")
            return turned._replace(steps=tuple(map(_alternating, step.steps)))
        case Repeat() | Include():
            return step._replace(steps=tuple(map(_alternating, step.steps)))
    return step
