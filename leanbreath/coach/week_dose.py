"""How the doses of a plan grow from week to week, and how they step down."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import TypeVar

from leanbreath.coach.slots import KindOf
from leanbreath.routine.plan import Plan, Week
from leanbreath.routine.vocabulary import SessionType
from leanbreath.routine.work import Pattern

Amount = TypeVar("Amount", int, Fraction)

HOLD_STEP, REPS_STEP, CYCLE_STEP = Fraction(5), 2, Fraction(2)
"""The most that a hold, the reps and the length of a breath grow in a week."""

STRETCHING: tuple[SessionType, ...] = ("daily", "post-run", "any")
"""The sessions that may hold stretches for long."""

VOLUME_GROWTH = Fraction(3, 2)
"""The most that the static volume of a week grows."""


def week_dose(week: Week, reference: Week | None, is_held: bool, kind_of: KindOf) -> Week:
    """Return a week with the doses that a runner is ready for.

    They grow by small steps from the doses of the last week that wasn't lighter, or not at all if they are held.
    """
    if reference is None:
        return week
    grown = replace(
        week,
        hold=_capped(week.hold, reference.hold, Fraction(0) if is_held else HOLD_STEP),
        sets=_capped(week.sets, reference.sets, 0) if is_held else week.sets,
        reps=_capped(week.reps, reference.reps, 0 if is_held else REPS_STEP),
        breath=_breath(week.breath, reference.breath, Fraction(0) if is_held else CYCLE_STEP),
    )
    return grown if week.phase == "lighter" else _within_volume(grown, reference, kind_of)


def _capped(wanted: Amount | None, last: Amount | None, step: Amount) -> Amount | None:
    return wanted if wanted is None or last is None else min(wanted, last + step)


def _breath(wanted: Pattern | None, last: Pattern | None, step: Fraction) -> Pattern | None:
    if wanted is None or last is None or wanted.seconds <= last.seconds + step:
        return wanted
    return last


def static_volume(week: Week, kind_of: KindOf) -> Fraction:
    """Return how long a week holds each muscle on a side, if each session does that is for stretching."""
    times = sum(each.times for each in week.sessions if kind_of(each.routine) in STRETCHING)
    return (week.hold or Fraction(0)) * (week.sets or 1) * times


def _within_volume(week: Week, reference: Week, kind_of: KindOf) -> Week:
    """Return a week with shorter holds, then fewer sets, where its static volume would grow too fast."""
    most = static_volume(reference, kind_of) * VOLUME_GROWTH
    if not most or not week.hold or not reference.hold:
        return week
    while static_volume(week, kind_of) > most and week.hold > min(reference.hold, HOLD_STEP * 2):
        week = replace(week, hold=week.hold - HOLD_STEP)
    while static_volume(week, kind_of) > most and (week.sets or 1) > 1:
        week = replace(week, sets=(week.sets or 1) - 1)
    return week


def stepped_down(dose: Week, plan: Plan) -> Week:
    """Return doses one step lower, but no lower than the easiest that the plan has."""
    return replace(
        dose,
        hold=_lowered(dose.hold, HOLD_STEP, [week.hold for week in plan.weeks if week.hold]),
        reps=_lowered(dose.reps, REPS_STEP, [week.reps for week in plan.weeks if week.reps]),
        breath=_shorter(dose.breath, [week.breath for week in plan.weeks if week.breath]),
    )


def _lowered(amount: Amount | None, step: Amount, planned: Iterable[Amount]) -> Amount | None:
    return None if amount is None else max(amount - step, min(amount, *planned))


def _shorter(breath: Pattern | None, planned: Iterable[Pattern]) -> Pattern | None:
    """Return the longest breath of a plan that is shorter; without one, the breath itself."""
    if breath is None:
        return None
    shorter = (each for each in planned if each.seconds < breath.seconds)
    return max(shorter, key=lambda each: each.seconds, default=breath)
