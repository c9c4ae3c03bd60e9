"""Limiters as bars: the points of each, and how the latest check-up changed them."""

import pytest

from leanbreath.diary.events import AssessmentRow
from leanbreath.presentation.limiter_bars import bar_lines, limiter_bars
from tests.coach.bundled import MATERIAL
from tests.diary.making import utc

FIRST = (
    AssessmentRow("a", utc(4), "knee-to-wall-cm", (7.0, 9.5), checkup="one"),
    AssessmentRow("b", utc(4, 8), "first-step-lean", answer="seat-back", checkup="one"),
)
SECOND = (AssessmentRow("c", utc(18), "knee-to-wall-cm", (9.0, 9.5), checkup="two"),)


def lines(*rows: AssessmentRow, columns: int = 80) -> list[str]:
    return list(bar_lines(limiter_bars(rows, MATERIAL), columns))


def test_without_a_check_up_there_are_no_bars():
    assert lines() == []


def test_each_limiter_that_was_assessed_has_a_square_for_each_point():
    assert lines(*FIRST) == [
        "Calves           ■■■□□□  3 points",
        "The lean itself  ■■□□□□  2 points",
    ]


def test_a_repeat_says_how_the_points_changed_and_since_when():
    assert lines(*FIRST, *SECOND) == [
        "The lean itself  ■■□□□□  2 points",
        "Calves           ■□□□□□  1 point, was 3 on 4 Mar",
    ]


@pytest.mark.parametrize(
    ("columns", "line"),
    [(47, "Calves           ■□□□□□  1 point"), (32, "Calves           ■□□□□□")],
)
def test_in_less_room_words_are_left_out_and_no_line_is_cut(columns, line):
    assert lines(*FIRST, *SECOND, columns=columns)[1] == line


def test_the_bars_say_which_limiters_get_drills_now():
    assert [bar.is_main for bar in limiter_bars(FIRST, MATERIAL)] == [True, True]
