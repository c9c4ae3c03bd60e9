"""Limiters have the points of the worked example, and lead to the drills of the fact sheet."""

from fractions import Fraction
from typing import get_args

import pytest

from leanbreath.coach.limiters import LimiterScore, Term, limiter_report, main_limiters, prescribed_drills
from leanbreath.diary.events import AssessmentRow
from leanbreath.routine.vocabulary import Limiter
from tests.coach.bundled import MATERIAL, WORKED_EXAMPLE, rows
from tests.diary.making import utc
from tests.routine.snippets import LIBRARY, value_of

LIMITERS = MATERIAL.limiters


def points(text: str) -> dict[str, int]:
    return {score.limiter: score.points for score in limiter_report(rows(text), MATERIAL) if score.points}


def score_of(limiter: str, text: str) -> LimiterScore:
    return next(score for score in limiter_report(rows(text), MATERIAL) if score.limiter == limiter)


def test_the_worked_example_has_the_points_of_the_sheet():
    report = limiter_report(rows(WORKED_EXAMPLE), MATERIAL)
    assert [(score.limiter, score.points) for score in report][:4] == [
        ("calves", 3),
        ("hip-flexors", 3),
        ("lower-abdomen", 2),
        ("lean-skill", 2),
    ]
    assert {score.points for score in report[4:]} == {0}


def test_the_worked_example_has_the_arithmetic_of_the_sheet():
    report = {score.limiter: score.terms for score in limiter_report(rows(WORKED_EXAMPLE), MATERIAL)}
    assert report["calves"] == (
        Term("knee-to-wall-cm", (Fraction(7), Fraction("9.5")), "limited", 2),
        Term("ktw-asymmetry-cm", (Fraction("2.5"),), "borderline", 1),
        Term("straight-knee-calf-deg", (Fraction(26), Fraction(26)), "pass", 0),
        Term("wall-lean-line", "ten-degrees", "pass", 0),
    )
    assert report["hip-flexors"] == (
        Term("bed-edge-thigh-deg", (Fraction(2), Fraction(6)), "limited", 2),
        Term("sit-hours", (Fraction(9),), "limited", 1),
    )
    assert report["lower-abdomen"] == (
        Term("breath-hand", "low-lying-only", "borderline", 1),
        Term("grip-release", "yes", "pass", 0),
        Term("sit-hours", (Fraction(9),), "limited", 1),
        Term("told-to-tighten", "no", None, 0),
    )
    assert report["lean-skill"][0] == Term("first-step-lean", "seat-back", "limited", 2)
    assert all(
        sum(term.points for term in terms) == score_of(name, WORKED_EXAMPLE).points for name, terms in report.items()
    )


def test_the_worked_example_leads_to_the_drills_of_the_sheet():
    report = limiter_report(rows(WORKED_EXAMPLE), MATERIAL)
    assert [score.limiter for score in main_limiters(report)] == ["calves", "hip-flexors"]
    assert prescribed_drills(report, LIMITERS) == (
        "soleus-wall-stretch",
        "ankle-rock-wall",
        "half-kneel-hip-flexor",
        "standing-soft-belly",
        "wall-lean-hold",
        "fall-forward-start",
    )


def test_a_runner_who_passes_everything_has_no_main_limiter():
    assert main_limiters(limiter_report(rows("knee-to-wall-cm=12/12 grip-release=yes sit-hours=3"), MATERIAL)) == ()
    assert main_limiters(limiter_report((), MATERIAL)) == ()


def test_each_report_of_a_runner_adds_a_point_until_it_is_taken_back():
    assert points("told-to-tighten=yes hands-low=yes tires-in-lean=no") == {"lower-abdomen": 1, "arms": 1}
    assert points("hands-low=yes hands-low=no") == {}


def test_the_lean_at_the_wall_points_to_the_calves_or_to_the_core():
    assert points("wall-lean-line=heels-lift") == {"calves": 1}
    assert points("wall-lean-line=bends") == {"core-stiff": 2}


def test_the_latest_result_of_an_assessment_counts_whatever_the_order_of_the_rows():
    earlier, later = rows("knee-to-wall-cm=7/7", utc(2)), rows("knee-to-wall-cm=12/12", utc(9))
    assert max(score.points for score in limiter_report(later + earlier, MATERIAL)) == 0


def test_an_assessment_that_replaces_another_counts_for_it_if_it_is_the_later_one():
    assert points("bed-edge-thigh-deg=-6/-6 bed-edge-trig=1/6") == {"hip-flexors": 2}
    assert points("bed-edge-trig=1/6 bed-edge-thigh-deg=-6/-6") == {}
    assert score_of("hip-flexors", "bed-edge-trig=1/6").terms[0].assessment == "bed-edge-trig"


UNREADABLE = [
    AssessmentRow("a", utc(4), "gone-with-an-update", (1.0,)),
    AssessmentRow("b", utc(4), "knee-to-wall-cm", (7.0,)),
    AssessmentRow("c", utc(4), "knee-to-wall-cm", (float("nan"), 7.0)),
    AssessmentRow("d", utc(4), "knee-to-wall-cm", answer="yes"),
    AssessmentRow("e", utc(4), "grip-release", answer="gone-with-an-update"),
    AssessmentRow("f", utc(4), "grip-release", (1.0,)),
]


@pytest.mark.parametrize("row", UNREADABLE, ids=lambda row: row.id)
def test_a_row_that_fits_no_assessment_counts_for_nothing(row):
    assert {score.points for score in limiter_report([row], MATERIAL)} == {0}


def test_limiters_are_in_the_order_of_the_sheet():
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
def test_a_limiter_leads_to_the_drills_of_the_sheet(limiter):
    score = score_of(limiter, "grip-release=yes")
    assert (" ".join(score.drills), " ".join(score.pre_run)) == MAPPED[limiter]
    assert score.routine in LIBRARY.routine_files and score.lesson in LIBRARY.lesson_files
    for name in score.drills:
        assert limiter in value_of(LIBRARY.drill(name)).helps


CALVES = [
    ("knee-to-wall-cm=7/7 straight-knee-calf-deg=17/20", "gastroc-wall-stretch soleus-wall-stretch ankle-rock-wall"),
    ("knee-to-wall-cm=12/12 straight-knee-calf-deg=17/20", "gastroc-wall-stretch"),
    ("knee-to-wall-cm=7/7 straight-knee-calf-deg=26/26", "soleus-wall-stretch ankle-rock-wall"),
    ("knee-to-wall-cm=7/7 straight-knee-calf-deg=20/20", "soleus-wall-stretch ankle-rock-wall"),
    ("knee-to-wall-cm=12/12 straight-knee-calf-deg=20/20", "gastroc-wall-stretch"),  # the worst there is
    ("knee-to-wall-cm=12/12", "soleus-wall-stretch"),
]


@pytest.mark.parametrize(("results", "drills"), CALVES)
def test_the_calf_drills_depend_on_which_calf_assessment_is_limited(results, drills):
    assert " ".join(score_of("calves", results).first_choice) == drills
