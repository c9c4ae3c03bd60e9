"""Values over time as text: points on rows of round values, and the band around the first."""

from datetime import date

from leanbreath.presentation.charts.drawing import Piece, plain, row_of, side_by_side, text_row, width
from leanbreath.presentation.charts.trend_chart import Point, Scale, scale_of, trend_chart

POINTS = (Point(date(2026, 1, 5), 7), Point(date(2026, 1, 19), 8), Point(date(2026, 2, 2), 9))


def test_points_lie_on_the_rows_of_their_values_and_what_is_too_near_to_the_first_is_shaded():
    assert plain(trend_chart(POINTS, scale_of([7, 8, 9], [7], 2, 5), 35, 5, 2)) == (
        "          9┤" + " " * 17 + "·····●",
        "          8┤" + "░" * 6 + "·····●·····" + "░" * 6,
        "          7┤○·····" + "░" * 17,
        "          6┤" + "░" * 23,
        "          5┤",
        "            5 Jan 2026   2 Feb 2026",
    )


def test_points_lie_where_their_days_are():
    late = (*POINTS[:2], Point(date(2026, 4, 13), 9))
    rows = plain(trend_chart(late, Scale(7, 1), 27, 3))
    assert [rows[2 - level].index(mark) - 12 for level, mark in enumerate("○●●")] == [0, 2, 14]


def test_one_value_is_a_point_without_a_line_and_two_of_a_day_lie_over_each_other():
    assert plain(trend_chart(POINTS[:1], Scale(6, 1), 30, 3))[1:] == (
        "          7┤○",
        "          6┤",
        "            5 Jan 2026",
    )
    day = (Point(date(2026, 1, 5), 7), Point(date(2026, 1, 5), 8))
    assert [row.strip() for row in plain(trend_chart(day, Scale(7, 1), 30, 2))[:2]] == ["8┤●", "7┤○"]


def test_words_stand_in_place_of_numbers():
    scale = Scale(0, 0.5, ((0, "limited"), (1, "pass")))
    assert [row.strip() for row in plain(trend_chart(POINTS[:1], scale, 30, 3))[:3]] == ["pass┤○", "┤", "limited┤"]


def test_steps_are_round_and_hold_every_value_and_band():
    scale = scale_of([6.5, 10], [6.5, 9.5], 2, 16)
    assert scale.step == 0.5 and scale.value(0) <= 4.5 and scale.value(15) >= 11.5
    assert scale_of([0, 100_000], [0], 0, 10).step * 9 >= 100_000


def test_charts_next_to_each_other_keep_their_columns():
    left, right = (text_row("one"), text_row("two")), (text_row("three"),)
    assert plain(side_by_side((left, right), 6)) == ("one   three", "two")


def test_cells_of_one_style_are_one_piece():
    row = row_of([Piece("a", "bar"), Piece("b", "bar"), Piece("c")])
    assert row == (Piece("ab", "bar"), Piece("c")) and width(row) == 3
