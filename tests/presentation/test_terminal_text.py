"""Text for a terminal: safe, folded between words, and in columns."""

import pytest

from leanbreath.presentation.terminal_text import align_columns, counted, folded, revealed
from leanbreath.text_width import centred, column_count


def test_printable_text_stays():
    assert revealed("Grüße · 胸") == "Grüße · 胸"


def test_control_characters_become_visible():
    assert revealed("a\x1b[31m\u202eb") == "a\\x1b[31m\\u202eb"


def test_a_line_is_folded_between_words_and_indented_below_its_text():
    assert folded("  - one two three", 12) == ["  - one two", "    three"]
    assert folded("one two three", 8, 2) == ["one two", "  three"]


def test_without_a_width_a_line_stays_whole():
    assert folded("one two three" * 50, 0) == ["one two three" * 50]


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("胸を", 4)])
def test_wide_characters_take_two_columns_and_accents_none(text, columns):
    assert column_count(text) == columns


def test_cells_are_aligned_and_nothing_trails():
    assert list(align_columns([("a", "long cell", "x"), ("bb", "c", "")])) == ["a   long cell  x", "bb  c"]
    assert list(align_columns([])) == []


def test_numbers_of_things_are_in_words():
    assert [counted(number, "file") for number in (0, 1, 2)] == ["no files", "1 file", "2 files"]


@pytest.mark.parametrize(
    ("text", "columns", "row"),
    [("ab", 5, " ab  "), ("放松", 8, "  放松  "), ("放松", 3, "放 "), ("lo\u0308", 4, " lo\u0308 "), ("long", 2, "lo")],
)
def test_a_text_is_centred_by_the_columns_it_takes(text, columns, row):
    assert centred(text, columns) == row and column_count(row) == columns


def test_columns_are_aligned_in_every_script():
    assert list(align_columns([("放松", "x"), ("lösen", "y")])) == ["放松   x", "lösen  y"]
