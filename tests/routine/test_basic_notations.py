"""Lengths, by the table of the design and by hand arithmetic."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.basic_notations import (
    NotationError,
    is_length,
    length_text,
    parse_length,
    parse_positive_length,
)

LENGTHS = [
    ("30s", 30),
    ("1m30s", 90),
    ("1.5s", Fraction(3, 2)),
    ("4:30", 270),
    ("30", 30),
    ("2m", 120),
    ("0:05", 5),
    ("1:00:00", 3600),
    ("1h", 3600),
    ("0.1s", Fraction(1, 10)),
    ("4h", 14_400),
    ("0s", 0),
]
NO_LENGTHS = ["-5s", "+5s", "1e3", "nan", "inf", "1_000", "0x10", "", " ", "s", "5 s", "1:6", "30S", "5 min", "1.s"]
MICROSECONDS = 4 * 3600 * 10**6


@pytest.mark.parametrize(("text", "seconds"), LENGTHS)
def test_a_length_reads_as_its_exact_seconds(text: str, seconds: Fraction) -> None:
    assert parse_length(text) == seconds


@pytest.mark.parametrize("text", NO_LENGTHS)
def test_an_invalid_length_is_refused_with_its_text_and_a_fix(text: str) -> None:
    with pytest.raises(NotationError) as refused:
        parse_length(text)
    assert f'"{text}"' in refused.value.message
    assert parse_length(refused.value.fix.split()[-1])  # it shows one that can be read


@pytest.mark.parametrize("text", [*(text for text, _ in LENGTHS), *NO_LENGTHS])
def test_a_text_is_a_length_if_it_can_be_read_as_one(text: str) -> None:
    assert is_length(text) is (text not in NO_LENGTHS)


@pytest.mark.parametrize(("text", "why"), [("1:61", "61 seconds"), ("4h1s", "4 hours"), ("14401", "4 hours")])
def test_a_length_out_of_range_says_which_limit_it_exceeds(text: str, why: str) -> None:
    with pytest.raises(NotationError, match=why):
        parse_length(text)


def test_a_clock_has_no_seventy_fifth_minute_after_an_hour() -> None:
    with pytest.raises(NotationError):
        parse_length("1:75:00")


@given(st.integers(1, MICROSECONDS))
def test_a_length_stays_the_same_when_written_and_read(microseconds: int) -> None:
    seconds = Fraction(microseconds, 10**6)
    assert parse_length(length_text(seconds)) == seconds


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(30, "30s"), (90, "1m30s"), (60, "1m"), (Fraction(3, 2), "1.5s"), (0, "0s"), (Fraction(181, 2), "1m30.5s")],
)
def test_a_length_is_written_in_minutes_and_seconds(seconds: Fraction, text: str) -> None:
    assert length_text(Fraction(seconds)) == text


def test_a_positive_length_is_above_zero() -> None:
    assert parse_positive_length("0.000001") == Fraction(1, 10**6)
    with pytest.raises(NotationError, match="takes no time"):
        parse_positive_length("0s")
