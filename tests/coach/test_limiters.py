"""Limiters have the points of the worked example, and lead to the drills of the fact sheet."""

from fractions import Fraction
from typing import get_args

import pytest

from leanbreath.coach.assessments import side_difference
from leanbreath.coach.limiters import limiter_points
from leanbreath.routine.assessment import Assessment, Limiters
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.vocabulary import Limiter
from tests.routine.snippets import value_of

LIBRARY = Library((bundled_folder("drills"),))
ASSESSMENTS: dict[str, Assessment] = {
    name: value_of(LIBRARY.assessment_at(path)) for name, path in LIBRARY.assessment_files.items()
}
LIMITERS: Limiters = value_of(LIBRARY.limiters())


def test_the_worked_example_has_the_points_of_the_sheet() -> None:
    sides = (Fraction(7), Fraction("9.5"))
    results = {
        "knee-to-wall-cm": sides,
        "ktw-asymmetry-cm": (side_difference(sides),),
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
    points = limiter_points(LIMITERS, ASSESSMENTS, results, ())
    assert list(points.items())[:4] == [("calves", 3), ("hip-flexors", 3), ("lower-abdomen", 2), ("lean-skill", 2)]
    assert {points[name] for name in list(points)[4:]} == {0}


def test_each_report_of_a_runner_adds_a_point() -> None:
    assert limiter_points(LIMITERS, ASSESSMENTS, {}, ("told-to-tighten", "hands-low")) == {
        **dict.fromkeys(get_args(Limiter), 0),
        "lower-abdomen": 1,
        "arms": 1,
    }


def test_the_lean_at_the_wall_points_to_the_calves_or_to_the_core() -> None:
    assert limiter_points(LIMITERS, ASSESSMENTS, {"wall-lean-line": "heels-lift"}, ())["calves"] == 1
    assert limiter_points(LIMITERS, ASSESSMENTS, {"wall-lean-line": "bends"}, ())["core-stiff"] == 2


def test_limiters_are_in_the_order_of_the_sheet() -> None:
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


def test_the_calf_drills_depend_on_which_calf_assessment_is_limited() -> None:
    both, straight = LIMITERS.limiters["calves"].cases
    assert set(both.limited) == {"straight-knee-calf-deg", "knee-to-wall-cm"} and len(both.drills) == 3
    assert (straight.limited, straight.drills) == (("straight-knee-calf-deg",), ("gastroc-wall-stretch",))
