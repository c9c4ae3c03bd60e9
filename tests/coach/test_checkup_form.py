"""Each form of a check-up fits its minutes, and the short one has one assessment per limiter."""

import pytest

from leanbreath.coach.checkup_form import (
    MINUTES,
    Tries,
    alternative,
    checkup_items,
    form_seconds,
    item_seconds,
    tries_of,
)
from tests.coach.material import bundled_material

MATERIAL = bundled_material()

SHORT = [
    "knee-to-wall-cm",
    "sit-hours",
    "grip-release",
    "first-step-lean",
    "eyes-level-lean",
    "seated-rotation-deg",
    "bridge-hold-s",
    "hands-low",
]
"""The first assessment of each row of the symptom table; hours of sitting for hip flexors, a question for arms."""


def test_the_short_form_asks_for_one_assessment_per_limiter():
    assert list(checkup_items("short", MATERIAL)) == SHORT
    assert len(SHORT) == len(MATERIAL.limiters.limiters)


def test_the_full_form_asks_for_everything_that_can_be_done_at_home():
    left_out = {
        "ktw-asymmetry-cm",
        "bed-edge-trig",
        "video-trunk-deg",
        "video-lean-deg",
    }  # computed, alternative, outdoors
    wanted = [id for id in MATERIAL.limiters.order if id not in left_out]
    assert list(checkup_items("full", MATERIAL)) == [*wanted, "told-to-tighten", "tires-in-lean", "hands-low"]


@pytest.mark.parametrize("form", ["short", "full"])
def test_a_form_fits_its_minutes(form):
    table = {id: float(item_seconds(id, form, MATERIAL)) for id in checkup_items(form, MATERIAL)}
    print("\n".join(f"{id:24} {seconds:5.0f} s" for id, seconds in table.items()))
    assert sum(table.values()) == form_seconds(form, MATERIAL) <= 60 * MINUTES[form]
    assert sum(table.values()) >= 0.7 * 60 * MINUTES[form]  # an estimate far below would be none


def test_the_short_form_has_one_practice_and_one_measured_try_the_full_one_two_and_three():
    knee, bridge = MATERIAL.assessments["knee-to-wall-cm"], MATERIAL.assessments["bridge-hold-s"]
    assert tries_of(knee, "short", MATERIAL) == Tries(1, 1)
    assert tries_of(knee, "full", MATERIAL) == Tries(2, 3)
    assert tries_of(bridge, "full", MATERIAL) == Tries(0, 1)


def test_an_assessment_and_its_alternative_name_each_other():
    assert alternative("bed-edge-thigh-deg", MATERIAL) == "bed-edge-trig"
    assert alternative("bed-edge-trig", MATERIAL) == "bed-edge-thigh-deg"
    assert alternative("knee-to-wall-cm", MATERIAL) == alternative("", MATERIAL) == ""
