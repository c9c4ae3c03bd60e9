"""The doses of a step when it is fitted: none too small to be of use, none lopsided, none endless."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from leanbreath.routine.model import Drill, DrillStep, Routine
from leanbreath.routine.work import Breath, Hold, Pattern, Reps
from leanbreath.score.fit import DoesNotFit, fit
from leanbreath.score.fit_doses import dose_ladder

FIVE_SECONDS = Pattern(Fraction(2), Fraction(0), Fraction(3), Fraction(0))


def breaths(count: int) -> Breath:
    return Breath(FIVE_SECONDS, count=count)


def reps(count: int) -> Reps:
    return Reps(count=count, each=Fraction(2))


def hold(seconds: int) -> Hold:
    return Hold(Fraction(seconds))


def step(work: Any, stretch: Any = "none", **changes: Any) -> DrillStep:
    return DrillStep(drill=Drill(title="Drill", stretch=stretch), work=work, **changes)


def amounts(drill: DrillStep) -> list[Any]:
    """Return the seconds, or the repetitions, of each dose, the least first."""
    return [works[0].repetitions or int(works[0].seconds) for works in dose_ladder(drill)[0]]


@pytest.mark.parametrize(
    ("drill", "doses"),
    [
        (step(breaths(4)), [3, 4]),
        (step(breaths(2)), [2]),
        (step(breaths(8)), [4, 5, 6, 7, 8]),
        (step(breaths(8), least=breaths(7), most=breaths(9)), [7, 8, 9]),
        (step(reps(6)), [5, 6]),
        (step(reps(12)), [6, 7, 8, 9, 10, 11, 12]),
        (step(reps(10), sides="alternate", least=reps(6)), [6, 8, 10]),
        (step(reps(9), sides="alternate", least=reps(3)), [9]),
        (step(hold(40), "static"), [20, 25, 30, 35, 40]),
        (step(hold(25), "static"), [15, 20, 25]),
        (step(hold(15)), [10, 15]),
        (step(hold(290), least=hold(290), most=hold(600)), [290, 295, 300]),
    ],
)
def test_a_step_has_doses_from_the_least_that_is_of_use_to_its_most(drill, doses):
    assert amounts(drill) == doses


def test_paced_breathing_is_not_joined_beyond_what_is_allowed_to_save_time():
    paced = [replace(step(breaths(each)), least=breaths(each)) for each in (48, 20)]
    between = step(hold(30), optional=True)
    routine = Routine(id=None, title="Breathe", steps=(paced[0], between, paced[1]))
    assert fit(routine, Fraction(345)) == DoesNotFit(Fraction(355))  # 340 s of breathing, and half of the hold
