"""Times as text."""

from fractions import Fraction

import pytest

from leanbreath.score.time_format import format_length, format_milliseconds, format_seconds, format_time
from tests.score.making import frame


@pytest.mark.parametrize(
    ("at", "clock", "milliseconds"),
    [
        (0, "0:00", "  0:00.000"),
        (47_999, "0:00", "  0:01.000"),
        (frame(384), "6:24", "  6:24.000"),
        (frame(59.5), "0:59", "  0:59.500"),
        (24, "0:00", "  0:00.001"),
        (23, "0:00", "  0:00.000"),
        (frame(3600), "60:00", " 60:00.000"),
    ],
)
def test_a_time_is_shown_in_whole_seconds_rounded_down_or_in_the_nearest_millisecond(at, clock, milliseconds):
    assert (format_time(at), format_milliseconds(at)) == (clock, milliseconds)


def test_seconds_are_shown_as_minutes_and_seconds():
    assert [format_seconds(each) for each in (0, 59.9, 384, 3600)] == ["0:00", "0:59", "6:24", "60:00"]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (30, "30 s"),
        (1.55, "1.6 s"),
        (59.94, "59.9 s"),
        (60, "1 min"),
        (250, "4 min 10 s"),
        (3661.5, "61 min 1.5 s"),
        (7199, "119 min 59 s"),
        (7200, "2 h"),
        (7501, "2 h 5 min 1 s"),
    ],
)
def test_a_length_in_words_has_minutes_and_tenths_of_a_second(seconds, words):
    assert format_length(Fraction(seconds)) == words
