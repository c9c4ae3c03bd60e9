"""Progress lines fill from the left, exact to a part of a character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.figure.pacer import progress_line
from tests.figure.test_pacer import levels


@pytest.mark.parametrize(("level", "expected"), [(0, "────"), (0.5, "━━──"), (0.625, "━━╸─"), (1, "━━━━")])
def test_a_progress_line_is_exact_to_half_a_character(level, expected):
    assert progress_line(level, 4) == expected


@given(levels, st.integers(1, 200))
def test_a_line_is_as_long_as_asked(level, width):
    assert len(progress_line(level, width)) == width
