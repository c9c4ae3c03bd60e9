"""A result has the grade of the table in the fact sheet."""

from fractions import Fraction
from math import radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.coach.assessments import POINTS, grade, thigh_angle
from leanbreath.routine.assessment import Assessment, Limiters
from leanbreath.routine.library import Library, bundled_folder
from tests.routine.snippets import value_of

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
    "video-lean-deg",  # section 4.3
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
def test_an_assessment_explains_how_to_do_it_and_how_far_to_trust_it(name: str) -> None:
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
    ("breath-rate", "12", "4", "25"),  # few breaths are mentioned, and no worse
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


def test_answers_have_the_grades_of_the_sheet() -> None:
    found = {
        name: [answer.grade for answer in assessment.answers]
        for name, assessment in ASSESSMENTS.items()
        if assessment.answers
    }
    assert found == ANSWERED


@given(st.integers(-40, 40))
def test_the_angle_of_a_thigh_is_that_of_its_triangle(degrees: int) -> None:
    assert thigh_angle(50 + 44 * sin(radians(degrees)), 50, 44) == pytest.approx(degrees)


def test_points_are_those_of_the_sheet() -> None:
    assert POINTS == {"pass": 0, "borderline": 1, "limited": 2}
