"""Fitting the bundled routines, whose doses are chosen so that every whole minute is reached, and single claims."""

from fractions import Fraction
from math import ceil

import pytest

from leanbreath.advice.apply_rules import routine_findings
from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.advice.placed_routine import place_routine
from leanbreath.coach.dose_ceilings import with_ceilings
from leanbreath.coach.offered_lengths import offered_minutes
from leanbreath.routine.model import Routine
from leanbreath.routine.plan import Before, Plan
from leanbreath.routine.week_doses import apply
from leanbreath.score.fit import DoesNotFit, Fitted, fit, fit_range
from leanbreath.score.fit_filler import MOST_FILLER
from tests.routine.snippets import value_of
from tests.score.making import ALL, LIBRARY, bundled_routine

NEAR = 5
"""So many seconds at most are missing from a whole minute."""


def fitted(routine: Routine, seconds: float) -> Fitted:
    found = fit(routine, Fraction(seconds))
    assert isinstance(found, Fitted)
    return found


def minutes_in_range(routine: Routine) -> range:
    shortest, longest = fit_range(routine)
    return range(ceil(shortest / 60), int(longest // 60) + 1)


@pytest.mark.parametrize("name", ALL)
def test_a_bundled_routine_reaches_every_whole_minute_and_keeps_the_rules(name: str) -> None:
    routine = bundled_routine(name)
    minutes = minutes_in_range(routine)
    forms = [fitted(routine, 60 * minute) for minute in minutes]
    missing = [60 * minute - form.seconds for minute, form in zip(minutes, forms, strict=True)]
    assert all(0 <= each <= NEAR for each in missing), missing
    assert [rules_broken(form.routine) for form in forms] == [set()] * len(forms)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.slow
def test_a_bundled_routine_keeps_the_rules_at_every_half_minute_and_at_both_ends(name: str) -> None:
    routine = bundled_routine(name)
    ends = fit_range(routine)
    lengths = [*ends, *(60 * minute + 30 for minute in minutes_in_range(routine)[:-1])]
    assert all(rules_broken(fitted(routine, each).routine) == set() for each in lengths)


def rules_broken(routine: Routine) -> set[str]:
    return {finding.rule for finding in routine_findings(place_routine(routine), bundled_rules())}


def plan_lengths() -> list[tuple[int, str, Fraction]]:
    plan: Plan = value_of(LIBRARY.plan_at(LIBRARY.plan_files["eight-weeks"]))
    lengths = []
    for number, week in enumerate(plan.weeks):
        each = [*week.sessions, *([week.before_runs] if isinstance(week.before_runs, Before) else [])]
        lengths += [(number, fitted.routine, fitted.fit) for fitted in each if fitted.fit]
    return lengths


@pytest.mark.parametrize(("number", "name", "seconds"), plan_lengths())
def test_the_plan_asks_only_for_lengths_that_its_routines_reach(number: int, name: str, seconds: Fraction) -> None:
    plan: Plan = value_of(LIBRARY.plan_at(LIBRARY.plan_files["eight-weeks"]))
    week = plan.weeks[number]
    for routine in (bundled_routine(name), with_ceilings(apply(week, bundled_routine(name)), week)):
        assert seconds - NEAR <= fitted(routine, seconds).seconds <= seconds


@pytest.mark.parametrize(
    ("name", "first", "last"), [("daily-12", 7, 13), ("pre-run-6", 5, 9), ("desk-reset-4", 4, 5), ("focus-core", 4, 5)]
)
def test_only_whole_minutes_that_the_rules_allow_are_offered(name: str, first: int, last: int) -> None:
    assert offered_minutes(bundled_routine(name), bundled_rules()) == tuple(range(first, last + 1))


@pytest.mark.parametrize("name", ALL)
def test_more_time_than_the_longest_form_takes_is_filled_by_rest_at_most(name: str) -> None:
    longest = fit_range(bundled_routine(name))[1]
    assert longest <= fitted(bundled_routine(name), 7200).seconds <= longest + MOST_FILLER


@pytest.mark.parametrize("name", ["daily-12", "pre-run-6", "desk-reset-4"])
def test_a_routine_fitted_to_its_own_length_is_as_it_is_written(name: str) -> None:
    routine = bundled_routine(name)
    total = Fraction(place_routine(routine).total, 48_000)
    assert fitted(routine, total) == Fitted(routine, total, ())


def test_what_is_too_short_for_a_routine_is_answered_with_the_shortest_length_that_is_not() -> None:
    routine = bundled_routine("daily-12")
    shortest = fit_range(routine)[0]
    assert fit(routine, Fraction(120)) == DoesNotFit(shortest)
    assert fitted(routine, shortest).seconds == shortest
