"""A change is called real only beyond what measuring varies, per side, since the first check-up and since the last."""

from fractions import Fraction

import pytest

from leanbreath.coach.assessment_changes import assessment_progress
from leanbreath.coach.results import checkup_rows
from tests.coach.bundled import MATERIAL, rows
from tests.diary.making import utc


def progress(*texts: str):
    there = [row for number, text in enumerate(texts) for row in rows(text, utc(1 + number * 5), f"c{number}")]
    return assessment_progress(there, MATERIAL)


REAL = [
    # results, and whether the change of each side is real: the figures of the fact sheet
    ("knee-to-wall-cm=7/9.5", "knee-to-wall-cm=9/9.5", (True, False)),
    ("knee-to-wall-cm=7/9.5", "knee-to-wall-cm=8.5/7.5", (False, True)),
    ("bed-edge-thigh-deg=2/6", "bed-edge-thigh-deg=-3/2", (True, False)),
    ("bed-edge-trig=2/6", "bed-edge-trig=-3/2", (True, False)),
    ("seated-rotation-deg=30/40", "seated-rotation-deg=40/49", (True, False)),
    ("straight-knee-calf-deg=10/10", "straight-knee-calf-deg=30/10", (None, None)),
    ("bridge-hold-s=5/5", "bridge-hold-s=60/5", (None, None)),
    ("sit-hours=9", "sit-hours=2", (None,)),
]


@pytest.mark.parametrize(("before", "now", "real"), REAL)
def test_a_change_is_real_beyond_the_figure_of_the_sheet(before, now, real):
    (change,) = (each for id, each in progress(before, now).items() if id != "ktw-asymmetry-cm")
    assert tuple(side.is_real for side in change.since_last.sides) == real


def test_small_changes_that_add_up_are_real_since_the_first_check_up():
    change = progress("knee-to-wall-cm=7/7", "knee-to-wall-cm=8.5/7", "knee-to-wall-cm=9.5/7")["knee-to-wall-cm"]
    assert [side.is_real for side in change.since_first.sides] == [True, False]
    assert [side.is_real for side in change.since_last.sides] == [False, False]
    assert change.since_first.sides[0].difference == Fraction("2.5")


def test_answers_change_without_a_figure_and_computed_values_too():
    found = progress(
        "first-step-lean=seat-back knee-to-wall-cm=7/9.5", "first-step-lean=pelvis-first knee-to-wall-cm=9/9.5"
    )
    assert (found["first-step-lean"].since_last.before, found["first-step-lean"].since_last.now) == (
        "seat-back",
        "pelvis-first",
    )
    assert [side.is_real for side in found["ktw-asymmetry-cm"].since_last.sides] == [None]


def test_the_first_check_up_has_changed_nothing():
    assert progress("knee-to-wall-cm=7/9.5") == progress() == {}


def test_an_assessment_of_an_earlier_check_up_only_has_not_changed_now():
    assert list(progress("sit-hours=9 grip-release=no", "sit-hours=9")) == ["sit-hours"]


def test_a_correction_in_the_same_check_up_is_no_change():
    assert progress("sit-hours=9 sit-hours=8") == {}


def test_another_way_of_measuring_is_not_compared():
    assert progress("bed-edge-thigh-deg=2/6", "bed-edge-trig=-9/-9") == {}


def test_results_without_a_check_up_belong_to_their_training_day():
    there = (*rows("sit-hours=9", utc(1, 7)), *rows("grip-release=no", utc(1, 20)), *rows("sit-hours=8", utc(2)))
    assert [len(each) for each in checkup_rows(there)] == [2, 1]
