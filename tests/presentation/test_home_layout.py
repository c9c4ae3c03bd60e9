"""What the home screen shows in a window: parts are left out, and the list of routines always has room."""

import pytest

from leanbreath.presentation.home_layout import home_layout

FRAME, CARD = 2, 3
"""Rows for the safety line and the foot of the screen, and those that a card needs at least."""


@pytest.mark.parametrize(
    ("columns", "rows", "parts"),
    [
        (200, 60, "#title TodayPanel #coach #preview"),
        (120, 40, "#title TodayPanel #coach #preview"),
        (100, 30, "#title TodayPanel #coach #preview"),
        (99, 50, "#title TodayPanel #week #preview"),
        (80, 24, "#title TodayPanel #week #preview"),
        (60, 20, "TodayPanel #week #preview"),
        (59, 20, "TodayPanel"),
        (40, 12, "TodayPanel"),
    ],
)
def test_a_smaller_window_has_fewer_parts(columns, rows, parts):
    shown = home_layout(columns, rows).rows
    assert " ".join(name for name, height in shown.items() if height) == parts


@pytest.mark.parametrize("columns", [40, 59, 60, 80, 99, 100, 120, 200])
@pytest.mark.parametrize("rows", [12, 16, 18, 24, 29, 30, 40, 60])
def test_every_part_keeps_its_size_and_five_rows_are_left_for_the_list(columns, rows):
    layout = home_layout(columns, rows)
    one_column = sum(height for name, height in layout.rows.items() if not layout.is_wide or name != "#preview")
    assert layout.rows["TodayPanel"] >= CARD
    if layout.is_wide:
        assert one_column + FRAME == rows and rows - layout.rows["#preview"] - FRAME - 1 >= 5 + 2
    else:
        assert rows - one_column - FRAME >= 5


def test_in_120x40_the_week_the_plan_and_eight_limiters_have_18_rows_in_their_frame():
    assert home_layout(120, 40).rows["#coach"] - 2 == 18 and home_layout(120, 40).rows["TodayPanel"] == 17


@pytest.mark.parametrize(("columns", "wide"), [(100, 14), (120, 24), (160, 44), (200, 44)])
def test_the_figure_leaves_the_text_of_the_card_its_room(columns, wide):
    assert home_layout(columns, 40).figure_columns == wide


def test_a_narrow_window_names_the_most_usual_keys_and_always_help_and_quit():
    assert home_layout(120, 40).keys is None
    assert {"question_mark", "q", "slash"} <= (home_layout(40, 12).keys or set()) < (home_layout(80, 24).keys or set())
