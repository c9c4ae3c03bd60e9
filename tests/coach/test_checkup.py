"""Assessments and limiters as data: by the sheet's tables, and its worked example."""

from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.coach.checkup import POINTS, difference, grade, points, thigh_angle
from leanbreath.routine.assessment import Assessment, Limiters
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.vocabulary import Limiter
from tests.routine.authoring import value_of

LIBRARY = Library((bundled_folder("drills"),))
ASSESSMENTS: dict[str, Assessment] = {
    name: value_of(LIBRARY.assessment_at(path)) for name, path in LIBRARY.assessment_files.items()
}
LIMITERS: Limiters = value_of(LIBRARY.limiters())

SHEET = [
    "knee-to-wall-cm",
    "ktw-asymmetry-cm",
    "straight-knee-calf-deg",
    "bed-edge-thigh-deg",
    "bed-edge-trig",
    "sit-hours",
    "breath-hand",
    "low-belly-give-cm",
    "grip-release",
    "breath-rate",
    "first-step-lean",
    "wall-lean-line",
    "video-trunk-deg",
    "occiput-wall-cm",
    "eyes-level-lean",
    "seated-rotation-deg",
    "bridge-hold-s",
]


def test_the_assessments_are_those_of_the_sheet_in_its_order() -> None:
    assert set(ASSESSMENTS) == set(SHEET)
    assert list(LIMITERS.order) == SHEET


WITHOUT_SOURCE = ("low-belly-give-cm", "wall-lean-line")
"""The sheet calls them research-free and geometry only."""


@pytest.mark.parametrize("name", SHEET)
def test_an_assessment_says_how_and_how_far_to_trust_it(name: str) -> None:
    assessment = ASSESSMENTS[name]
    assert assessment.how and assessment.norm and assessment.thresholds
    assert assessment.sources or (name in WITHOUT_SOURCE and assessment.status == "default")
    assert assessment.status != "sourced" or "default" not in assessment.thresholds


GRADED = [
    # assessment, passes, is borderline, is limited; on a boundary the better one
    ("knee-to-wall-cm", "10", "8", "7.5"),
    ("ktw-asymmetry-cm", "2", "2.5", "3.5"),
    ("ktw-asymmetry-cm", "0", "3", "4"),
    ("straight-knee-calf-deg", "25", "18", "17"),
    ("bed-edge-thigh-deg", "-5", "5", "6"),
    ("bed-edge-trig", "-6", "0", "5.5"),
    ("sit-hours", "4", "7", "7.5"),
    ("low-belly-give-cm", "1.5", "0.5", "0.4"),
    ("breath-rate", "8", "7", "21"),
    ("breath-rate", "12", "4", "20.5"),
    ("breath-rate", "16", "20", "21"),
    ("breath-rate", "12", "4", "25"),  # few breaths are told, and no worse
    ("video-trunk-deg", "4", "2", "1.9"),
    ("video-trunk-deg", "10", "12", "12.1"),
    ("occiput-wall-cm", "1", "4", "4.5"),
    ("seated-rotation-deg", "45", "35", "34"),
    ("bridge-hold-s", "20", "10", "9"),
]


@pytest.mark.parametrize("row", GRADED, ids=lambda row: f"{row[0]} {row[1]}")
def test_a_value_has_the_grade_of_the_sheet(row: tuple[str, ...]) -> None:
    name, *values = row
    assert [grade(ASSESSMENTS[name], (Fraction(value),)) for value in values] == ["pass", "borderline", "limited"]


def test_the_worse_side_counts_and_sides_too_far_apart_are_limited() -> None:
    assert grade(ASSESSMENTS["knee-to-wall-cm"], (Fraction(7), Fraction(12))) == "limited"
    assert grade(ASSESSMENTS["seated-rotation-deg"], (Fraction(45), Fraction(55))) == "pass"
    assert grade(ASSESSMENTS["seated-rotation-deg"], (Fraction(45), Fraction(56))) == "limited"


ANSWERED = {
    "breath-hand": ["pass", "borderline", "limited"],
    "grip-release": ["pass", "borderline", "limited"],
    "first-step-lean": ["pass", "borderline", "limited"],
    "wall-lean-line": ["pass", "borderline", "limited", "limited"],
    "eyes-level-lean": ["pass", "borderline", "limited"],
}


def test_what_is_not_measured_is_answered() -> None:
    found = {
        name: [answer.grade for answer in assessment.answers]
        for name, assessment in ASSESSMENTS.items()
        if assessment.answers
    }
    assert found == ANSWERED


def test_the_worked_example_has_the_points_of_the_sheet() -> None:
    sides = (Fraction(7), Fraction("9.5"))
    found = {
        "knee-to-wall-cm": sides,
        "ktw-asymmetry-cm": (difference(sides),),
        "straight-knee-calf-deg": (Fraction(26), Fraction(26)),
        "bed-edge-thigh-deg": (Fraction(2), Fraction(6)),
        "sit-hours": (Fraction(9),),
        "breath-hand": "low-lying-only",
        "grip-release": "yes",
        "first-step-lean": "seat-back",
        "wall-lean-line": "ten-degrees",
        "occiput-wall-cm": (Fraction(1),),
        "eyes-level-lean": "yes",
        "seated-rotation-deg": (Fraction(45), Fraction(50)),
        "bridge-hold-s": (Fraction(20), Fraction(25)),
    }
    given = points(LIMITERS, ASSESSMENTS, found, ())
    assert list(given.items())[:4] == [("calves", 3), ("hip-flexors", 3), ("lower-abdomen", 2), ("lean-skill", 2)]
    assert {given[name] for name in list(given)[4:]} == {0}


def test_what_a_runner_reports_adds_a_point() -> None:
    assert points(LIMITERS, ASSESSMENTS, {}, ("told-to-tighten", "hands-low")) == {
        **dict.fromkeys(get_args(Limiter), 0),
        "lower-abdomen": 1,
        "arms": 1,
    }


def test_the_line_at_the_wall_speaks_of_calves_or_of_the_core() -> None:
    assert points(LIMITERS, ASSESSMENTS, {"wall-lean-line": "heels-lift"}, ())["calves"] == 1
    assert points(LIMITERS, ASSESSMENTS, {"wall-lean-line": "bends"}, ())["core-stiff"] == 2


def test_of_limiters_with_as_many_points_the_sheet_s_order_decides() -> None:
    assert list(LIMITERS.limiters)[:5] == ["calves", "lower-abdomen", "hip-flexors", "core-stiff", "head"]
    assert set(LIMITERS.limiters) == set(get_args(Limiter))


MAPPED = {
    "calves": ("soleus-wall-stretch ankle-rock-wall", "ankle-rock-wall calf-pump-walk"),
    "hip-flexors": (
        "half-kneel-hip-flexor half-kneel-breath bed-edge-hip-flexor",
        "dynamic-lunge-rock leg-swing-sagittal",
    ),
    "lower-abdomen": (
        "hooklying-low-belly crocodile-breath sphinx-breath all-fours-belly-hang standing-soft-belly",
        "standing-soft-belly wall-lean-breath",
    ),
    "core-stiff": ("pelvic-clock-12-6 open-book seesaw-belly", "pelvic-clock-lean wall-lean-march"),
    "head": ("head-glide gaze-far", "head-glide"),
    "hip-extensors": ("glute-bridge hip-hinge-wall", "glute-bridge"),
    "lean-skill": ("micro-ankle-lean wall-lean-hold fall-forward-start", "fall-forward-start"),
    "arms": ("hands-high", "hands-high"),
}


@pytest.mark.parametrize("limiter", MAPPED)
def test_a_limiter_leads_to_the_drills_of_the_sheet(limiter: str) -> None:
    form = LIMITERS.limiters[limiter]
    assert (" ".join(form.drills), " ".join(form.pre_run)) == MAPPED[limiter]
    for name in form.drills:
        assert limiter in value_of(LIBRARY.drill(name)).helps


def test_which_calf_drills_depends_on_which_calf_assessment_is_limited() -> None:
    both, straight = LIMITERS.limiters["calves"].cases
    assert set(both.limited) == {"straight-knee-calf-deg", "knee-to-wall-cm"} and len(both.drills) == 3
    assert (straight.limited, straight.drills) == (("straight-knee-calf-deg",), ("gastroc-wall-stretch",))


@given(st.integers(-40, 40))
def test_a_thigh_s_angle_is_that_of_its_triangle(degrees: int) -> None:
    from math import radians, sin

    assert thigh_angle(50 + 44 * sin(radians(degrees)), 50, 44) == pytest.approx(degrees)


def test_points_are_those_of_the_sheet() -> None:
    assert POINTS == {"pass": 0, "borderline": 1, "limited": 2}
