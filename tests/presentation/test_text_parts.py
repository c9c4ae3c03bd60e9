"""A text shows the parts that fit, each whole."""

import pytest

from leanbreath.presentation.text_parts import TextPart, parts_that_fit, text_part

PARTS = (TextPart("heading", ("a",), 2), TextPart("title", ("b", "c"), 0), TextPart("why", ("d", "e", "f"), 1))


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        (6, "heading title why"),
        (5, "title why"),
        (4, "heading title"),
        (3, "heading title"),
        (2, "title"),
        (1, "heading"),
        (0, ""),
    ],
)
def test_parts_are_dropped_whole_and_the_rank_says_which_stays(rows, shown):
    assert " ".join(part.name for part in parts_that_fit(PARTS, rows)) == shown


def test_a_part_without_text_takes_no_row():
    assert text_part("why", "", 20, 0).lines == ()
    assert parts_that_fit([text_part("why", "", 20, 0)], 5) == ()


def test_a_text_is_folded_between_words():
    assert text_part("why", "Calves first today.", 12, 0).lines == ("Calves first", "today.")
