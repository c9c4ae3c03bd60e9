"""The doses of a week grow by the steps of the fact sheet from those of the last week that wasn't lighter."""

from dataclasses import replace
from fractions import Fraction

import pytest

from leanbreath.coach.week_dose import week_dose
from leanbreath.routine.plan import Sessions
from leanbreath.routine.work import Pattern
from tests.coach.bundled import MATERIAL

WEEK = replace(MATERIAL.plans["eight-weeks"].weeks[4], sessions=(Sessions(routine="daily-12", times=4),))


def breath(*seconds: int) -> Pattern:
    return Pattern(*map(Fraction, seconds))


@pytest.mark.parametrize(
    ("dose", "last", "wanted", "held", "got"),
    [
        ("hold", 20, 30, False, 25),
        ("hold", 30, 35, False, 35),
        ("hold", 30, 20, False, 20),
        ("hold", 30, 35, True, 30),
        ("reps", 6, 12, False, 8),
        ("reps", 10, 12, False, 12),
        ("reps", 10, 12, True, 10),
        ("breath", breath(3, 0, 5, 1), breath(4, 0, 6, 0), False, breath(4, 0, 6, 0)),
        ("breath", breath(3, 0, 5, 1), breath(4, 0, 6, 2), False, breath(3, 0, 5, 1)),
        ("breath", breath(4, 0, 6, 0), breath(4, 0, 6, 2), False, breath(4, 0, 6, 2)),
        ("breath", breath(4, 0, 6, 0), breath(4, 0, 6, 2), True, breath(4, 0, 6, 0)),
    ],
)
def test_each_dose_grows_by_its_step_or_not_at_all_where_it_is_held(dose, last, wanted, held, got):
    made = week_dose(replace(WEEK, **{dose: wanted}), replace(WEEK, **{dose: last}), held, MATERIAL.kind_of)
    assert getattr(made, dose) == got


@pytest.mark.parametrize(("times", "hold"), [(5, 30), (6, 25), (7, 20)])
def test_the_static_volume_of_a_week_grows_by_half_at_most(times, hold):
    more = replace(
        WEEK, hold=Fraction(30), sessions=(Sessions(routine="daily-12", times=times),)
    )  # the last: 4 times 25 s
    made = week_dose(more, replace(WEEK, hold=Fraction(25)), False, MATERIAL.kind_of)
    assert made.hold == hold
