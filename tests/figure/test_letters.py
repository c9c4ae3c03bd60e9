"""Letters are as large as fits, centred, and can be told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.figure.letters import STROKES, draw_letters, is_drawable

TEXTS = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ", max_size=12)


@given(TEXTS, st.integers(0, 90), st.integers(0, 30))
def test_a_text_fills_the_room_it_is_given(text, columns, rows):
    drawn = draw_letters(text, columns, rows)
    assert len(drawn) == rows and all(len(row) == columns for row in drawn)


@pytest.mark.parametrize("size", [(9, 5), (14, 8), (40, 20)])
def test_no_two_letters_look_the_same(size):
    alike = {"0": "O"}
    letters = [letter for letter in STROKES if letter not in alike]
    assert len({draw_letters(letter, *size) for letter in letters}) == len(letters)


@pytest.mark.parametrize(("columns", "rows"), [(23, 9), (40, 9), (60, 16), (100, 20)])
def test_digits_are_as_tall_as_their_room(columns, rows):
    for text in ("4", "8"):
        filled = [row for row in draw_letters(text, columns, rows) if row.strip()]
        assert len(filled) >= rows - 1


def test_a_long_text_is_split_into_lines_if_that_makes_it_larger():
    inked = sum(row.strip() != "" for row in draw_letters("WALK BACK", 38, 8))
    assert inked >= 7


@pytest.mark.parametrize("text", ["Größe", "吸う", "–"])
def test_a_text_without_strokes_is_written_plainly(text):
    assert not is_drawable(text)
    assert any(text in row for row in draw_letters(text, 30, 5))
