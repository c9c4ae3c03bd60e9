"""Assessments over time: each side for itself, and which changes are real."""

import pytest

from leanbreath.coach.assessment_changes import assessment_progress
from leanbreath.coach.assessment_trend import assessment_trends, direction
from leanbreath.diary.events import AssessmentRow
from tests.coach.bundled import MATERIAL, rows
from tests.diary.making import utc

ASSESSMENTS = MATERIAL.assessments


def row(day: int, assessment: str, *values: float, answer: str | None = None) -> AssessmentRow:
    return AssessmentRow(f"{assessment}-{day}", utc(day), assessment, values, answer)


def trend(*rows: AssessmentRow):
    return assessment_trends(rows, {rows[0].assessment: ASSESSMENTS[rows[0].assessment]})[0]


def test_each_side_has_its_first_value_its_latest_and_its_change():
    found = trend(row(1, "knee-to-wall-cm", 7, 9.5), row(8, "knee-to-wall-cm", 8, 9), row(22, "knee-to-wall-cm", 9, 10))
    left, right = found.sides
    assert (left.side, left.first.value, left.last.value, left.change) == ("left", 7, 9, 2)
    assert (left.last_change, right.last_change) == (1, 1) and left._replace(values=left.values[:1]).last_change == 0
    assert (right.side, right.first.value, right.last.value, right.change) == ("right", 9.5, 10, 0.5)
    assert [each.at for each in left.values] == [utc(1), utc(8), utc(22)]


@pytest.mark.parametrize(
    ("assessment", "change", "is_real"),
    [
        ("knee-to-wall-cm", 2, True),
        ("knee-to-wall-cm", -2, True),
        ("knee-to-wall-cm", 1.9, False),
        ("bed-edge-thigh-deg", -5, True),
        ("bed-edge-thigh-deg", 4.9, False),
        ("seated-rotation-deg", 10, True),
        ("seated-rotation-deg", 9, False),
        ("bridge-hold-s", 60, None),
    ],
)
def test_a_change_is_real_from_the_figure_of_its_assessment_on(assessment, change, is_real):
    found = trend(row(1, assessment, 1, 1), row(9, assessment, 1 + change, 1))
    assert found.is_real(found.sides[0].first, found.sides[0].last) is is_real


@pytest.mark.parametrize(
    ("before", "now", "change", "is_real"),
    [
        ((2,), (2,), 2, True),
        ((2,), (2,), -2, True),
        ((2,), (2,), 1.9, False),
        ((2.5,), (2,), 2.4, False),  # the larger of the two counts
        ((2,), (2.5,), 2.4, False),
        ((2.5,), (2,), 2.5, True),
        ((0.5,), (1,), 1.9, False),  # and never less than the figure of the assessment
        ((), (2.5,), 3, None),
        ((), (), 30, None),
        ((), (), 1.9, False),
    ],
)
def test_a_change_of_lean_is_real_by_the_figures_of_both_results(before, now, change, is_real):
    results = [
        AssessmentRow("a", utc(1), "video-lean-deg", (5, 5), real_changes=before * 2),
        AssessmentRow("b", utc(9), "video-lean-deg", (5 + change, 5), real_changes=now * 2),
    ]
    left, _ = trend(*results).sides
    assert trend(*results).is_real(left.first, left.last) is is_real
    side, _ = assessment_progress(results, MATERIAL)["video-lean-deg"].since_last.sides
    assert side.is_real is is_real and direction(ASSESSMENTS["video-lean-deg"]) is None


def test_what_is_entered_again_in_a_check_up_takes_the_place_of_what_was_entered_first():
    first, second = rows("knee-to-wall-cm=3/9", utc(1), "a"), rows("knee-to-wall-cm=7/9", utc(1, 8), "a")
    later = rows("knee-to-wall-cm=9/9", utc(15), "b")
    there = [*first, *second, *later]
    left, _ = trend(*there).sides
    assert [float(each.value) for each in left.values] == [7, 9]
    change = assessment_progress(there, MATERIAL)["knee-to-wall-cm"].since_first.sides[0]
    is_real = trend(*there).is_real(left.first, left.last)
    assert (left.change, is_real) == (change.difference, change.is_real) == (2, True)


def test_tenths_add_up_to_a_whole_change():
    found = trend(row(1, "knee-to-wall-cm", 7.1, 7), row(9, "knee-to-wall-cm", 9.1, 9))
    assert found.sides[0].change == 2 and found.is_real(found.sides[0].first, found.sides[0].last)


def test_the_difference_between_the_sides_has_a_trend_of_its_own():
    rows = [row(9, "knee-to-wall-cm", 9, 10), row(1, "knee-to-wall-cm", 7, 9.5)]
    (knee, difference) = assessment_trends(rows, ASSESSMENTS)
    assert knee.assessment.assessment == "knee-to-wall-cm"
    assert [each.value for each in difference.sides[0].values] == [2.5, 1] and difference.real_change is None


def test_an_assessment_without_a_figure_has_only_its_trend():
    assert trend(row(1, "occiput-wall-cm", 3)).real_change is None


def test_answers_are_followed_by_their_grades():
    found = trend(row(1, "first-step-lean", answer="seat-back"), row(9, "first-step-lean", answer="pelvis-first"))
    assert [each.value for each in found.sides[0].values] == [0, 2] and found.is_answered


def test_rows_that_do_not_fit_their_assessment_are_left_out():
    rows = [row(1, "knee-to-wall-cm", 7), row(2, "occiput-wall-cm", 3, 4), row(3, "first-step-lean", answer="gone")]
    assert assessment_trends([*rows, row(4, "unknown", 3), row(5, "hands-low", answer="yes")], ASSESSMENTS) == ()


@pytest.mark.parametrize(
    ("assessment", "expected"),
    [
        ("knee-to-wall-cm", "up"),
        ("bed-edge-thigh-deg", "down"),
        ("video-trunk-deg", "within"),
        ("first-step-lean", "up"),
        ("breath-rate", None),
        ("low-belly-give-cm", None),
    ],
)
def test_better_values_lie_up_down_in_between_or_nowhere(assessment, expected):
    assert direction(ASSESSMENTS[assessment]) == expected


def test_the_figures_are_those_of_the_sheet():
    figures = {id: float(each.real_change) for id, each in ASSESSMENTS.items() if each.real_change}
    expected = {"knee-to-wall-cm": 2, "bed-edge-thigh-deg": 5, "bed-edge-trig": 5, "seated-rotation-deg": 10}
    assert figures == expected | {"video-lean-deg": 2}
