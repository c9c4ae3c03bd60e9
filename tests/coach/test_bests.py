"""Bests: of sessions, weeks, holds and assessments; the first of equal ones."""

from datetime import date

from leanbreath.coach.assessment_trend import assessment_trends
from leanbreath.coach.bests import FullestWeek, bests
from leanbreath.diary.events import AssessmentRow
from leanbreath.diary.training_totals import LongestSet, SessionLength
from tests.coach.material import bundled_material
from tests.diary.making import utc

MATERIAL = bundled_material()
LONGEST = SessionLength(date(2026, 3, 3), "Daily", 701.0)


def values(*rows: tuple[str, tuple[float, ...], str | None]) -> list[tuple[str, str | None, float, int]]:
    """Return assessment, side, value and day of each best, from rows on the days of March."""
    made = [AssessmentRow(str(n), utc(n + 1), id, each, answer) for n, (id, each, answer) in enumerate(rows)]
    found = bests(None, {}, (), assessment_trends(made, MATERIAL.assessments), MATERIAL.drill).values
    shown = (each for each in found if each.assessment != "ktw-asymmetry-cm")
    return [(each.assessment, each.side, each.value.value, each.value.at.day.day) for each in shown]


def test_the_fullest_week_is_summed_from_monday_to_sunday():
    days = {date(2026, 3, 1): 500.0, date(2026, 3, 2): 300.0, date(2026, 3, 8): 300.0, date(2026, 3, 9): 600.0}
    found = bests(LONGEST, days, (), (), MATERIAL.drill)
    assert found.session == LONGEST and found.week == FullestWeek(date(2026, 3, 2), 600.0)


def test_the_longest_hold_is_the_longest_set_of_a_drill_that_is_held():
    sets = (
        LongestSet(date(2026, 3, 2), "gastroc-wall-stretch", "Calf", 45.0),
        LongestSet(date(2026, 3, 3), "constructive-rest", "Rest", 300.0),
        LongestSet(date(2026, 3, 4), "gone", "Gone", 400.0),
    )
    held = MATERIAL.drill("constructive-rest").work
    found = bests(None, {}, sets, (), MATERIAL.drill)
    assert held is not None and held.kind != "hold"
    assert found.hold == sets[0]


def test_the_best_value_of_a_side_is_the_highest_or_the_lowest_as_the_assessment_has_it():
    assert values(
        ("knee-to-wall-cm", (7, 9.5), None), ("knee-to-wall-cm", (9, 9), None), ("knee-to-wall-cm", (9, 9), None)
    ) == [("knee-to-wall-cm", "left", 9, 2), ("knee-to-wall-cm", "right", 9.5, 1)]
    assert values(("bed-edge-thigh-deg", (2, 6), None), ("bed-edge-thigh-deg", (-3, 7), None)) == [
        ("bed-edge-thigh-deg", "left", -3, 2),
        ("bed-edge-thigh-deg", "right", 6, 1),
    ]
    assert values(("first-step-lean", (), "seat-back"), ("first-step-lean", (), "pelvis-first")) == [
        ("first-step-lean", None, 2, 2)
    ]


def test_values_that_are_not_better_up_or_down_have_no_best():
    assert values(("breath-rate", (12,), None), ("video-trunk-deg", (7,), None)) == []


def test_an_empty_diary_has_no_bests():
    assert bests(None, {}, (), (), MATERIAL.drill) == (None, None, None, ())
