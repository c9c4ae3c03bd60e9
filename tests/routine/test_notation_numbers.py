"""Whole numbers, angles, ids and rounding: what reads as one, and what is refused."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.basic_notations import (
    NotationError,
    decimal_text,
    nearest_whole,
    parse_decimal,
    parse_degrees,
    parse_id,
    parse_length,
    parse_whole_number,
)

NO_WHOLE = ["0", "-1", "1.0", "1e3", "10001", "1_000", "", "many", "nan"]


@pytest.mark.parametrize("read", [parse_length, parse_whole_number, parse_decimal, parse_degrees])
@pytest.mark.parametrize("digit", ["３", "٣"])
def test_only_the_digits_0_to_9_make_a_number(read: Callable[[str], object], digit: str) -> None:
    with pytest.raises(NotationError):
        read(digit)


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("007", 7), ("10000", 10_000)])
def test_a_whole_number_is_between_one_and_ten_thousand(text: str, number: int) -> None:
    assert parse_whole_number(text) == number


@pytest.mark.parametrize("text", NO_WHOLE)
def test_an_invalid_whole_number_is_refused(text: str) -> None:
    with pytest.raises(NotationError, match="whole number"):
        parse_whole_number(text)


@pytest.mark.parametrize(("text", "angle"), [("0", 0), ("8", 8), ("90", 90)])
def test_degrees_go_from_zero_to_ninety(text: str, angle: int) -> None:
    assert parse_degrees(text) == angle


@pytest.mark.parametrize("text", ["91", "-8", "8.5", "8°", ""])
def test_an_invalid_angle_is_refused(text: str) -> None:
    with pytest.raises(NotationError, match="degrees"):
        parse_degrees(text)


@pytest.mark.parametrize("text", ["half-kneel-breath", "march", "90-90", "a" * 64])
def test_an_id_is_kebab_case(text: str) -> None:
    assert parse_id(text) == text


@pytest.mark.parametrize(
    "text", ["Half", "half_kneel", "half--kneel", "-half", "half-", "half kneel", "é", "", "a" * 65]
)
def test_an_invalid_id_is_refused(text: str) -> None:
    with pytest.raises(NotationError, match="not an id"):
        parse_id(text)


@pytest.mark.parametrize(("value", "number"), [("0.1", 1), ("1.4", 1), ("1.5", 2), ("2.5", 3), ("2.49", 2), ("7", 7)])
def test_the_nearest_whole_number_rounds_halves_upwards_and_is_at_least_one(value: str, number: int) -> None:
    assert nearest_whole(Fraction(value)) == number


@given(st.fractions(Fraction(1, 2), 10_000))
def test_no_other_whole_number_is_nearer(value: Fraction) -> None:
    number = nearest_whole(value)
    assert -Fraction(1, 2) < number - value <= Fraction(1, 2)


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (10, "10"), (100, "100"), ("0.25", "0.25"), ("1.50", "1.5")])
def test_a_number_is_written_without_trailing_zeros(value: str, text: str) -> None:
    assert decimal_text(Fraction(value)) == text
