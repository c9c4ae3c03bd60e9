"""Bars and progress lines fill from the left, exact to a part of a character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.figure.pacer import bar, bar_line, progress_line
from tests.figure.test_pacer import drawn, levels


@pytest.mark.parametrize(
    ("level", "picture"),
    [
        (0.0, "|            |\n|            |\n|            |"),
        (0.5, "|            |\n|  ████      |\n|            |"),
        (1.0, "|            |\n|  ████████  |\n|            |"),
    ],
)
def test_time_is_a_bar_that_fills_from_the_left(level, picture):
    assert bar(level, 12, 3) == drawn(picture)


@pytest.mark.parametrize(
    ("level", "expected"),
    [(0, "    "), (0.5, "██  "), (1, "████"), (0.125, "▌   "), (0.25 + 1 / 32, "█▏  "), (1 - 1 / 32, "███▉")],
)
def test_a_bar_is_exact_to_an_eighth_of_a_character(level, expected):
    assert bar_line(level, 4) == expected


@pytest.mark.parametrize(("level", "expected"), [(0, "────"), (0.5, "━━──"), (0.625, "━━╸─"), (1, "━━━━")])
def test_a_progress_line_is_exact_to_half_a_character(level, expected):
    assert progress_line(level, 4) == expected


@given(levels, st.integers(1, 200))
def test_lines_are_as_long_as_asked(level, width):
    assert len(bar_line(level, width)) == len(progress_line(level, width)) == width
