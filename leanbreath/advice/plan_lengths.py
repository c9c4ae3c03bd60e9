"""LB080: lengths to which a plan asks to fit a routine, and which it can't have."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil

from leanbreath.advice.finding import Finding, Key
from leanbreath.routine.basic_notations import length_text
from leanbreath.routine.model import Routine
from leanbreath.routine.plan import Before, Plan, Sessions
from leanbreath.routine.week_doses import apply
from leanbreath.score.fit import fit_range
from leanbreath.score.time_format import format_length

MINUTE = 60

Fitted = Before | Sessions


def lengths_out_of_range(plan: Plan, routines: Mapping[str, Routine]) -> Iterator[Finding]:
    """Yield LB080 where no form of a routine, with the doses of its week, is as long as the plan asks."""
    if isinstance(plan.before_runs, Before):
        yield from _out_of_range(("before-runs",), plan.before_runs, routines)
    for index, week in enumerate(plan.weeks):
        dosed = {name: apply(week, routine) for name, routine in routines.items()}
        for number, sessions in enumerate(week.sessions):
            yield from _out_of_range(("weeks", index, "sessions", number), sessions, dosed)
        if isinstance(week.before_runs, Before):
            yield from _out_of_range(("weeks", index, "before-runs"), week.before_runs, dosed)


def _out_of_range(key: Key, fitted: Fitted, routines: Mapping[str, Routine]) -> Iterator[Finding]:
    name, seconds = fitted.routine, fitted.fit
    if seconds is None or name not in routines:
        return
    shortest, longest = fit_range(routines[name])
    if not shortest <= seconds <= longest:
        form = "shortest" if seconds < shortest else "longest"
        takes = shortest if seconds < shortest else longest
        message = f"{name} can't take {format_length(seconds)} here; its {form} form takes {format_length(takes)}"
        yield Finding("LB080", message, _fix(shortest, longest, seconds < shortest), key=(*key, "fit"))


def _fix(shortest: Fraction, longest: Fraction, is_too_short: bool) -> str:
    """Return which whole minute is nearest, or the length itself where none is between shortest and longest."""
    least, most = ceil(shortest / MINUTE), int(longest // MINUTE)
    if least > most:
        return f"write fit: {length_text(Fraction(ceil(shortest)))}, or leave it out"
    minutes = least if is_too_short else most
    return f"write fit: {minutes}m{' or more' if is_too_short and least < most else ''}"
