"""Paced breaths: how many, how long, and how a ramp lies between its ends."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.basic_notations import NotationError
from leanbreath.routine.work import Breath, Pattern
from tests.routine.work.doses import breaths, decimal, pattern, patterns, tenths

NO_BREATHS = [
    "4-0-6-2",
    "4-0-6 x 8",
    "4 x 8",
    "4-0-6-2-1 x 8",
    "4-0-6-2 x 0",
    "4-0-6-2 x 1.5",
    "4-0-6-2 x eight",
    "4-0-6-2 for 0s",
    "4-0-6-2 for -2m",
    "4-0-6-2 x 8 for 2m",
    "4--6 x 8",
    "4-1e1 x 8",
    "4s-6s x 8",
    "0-0-6-2 x 8",
    "4-0-0-2 x 8",
    "61-60 x 1",
    "4-0-6-0 to x 8",
    "",
]


def read(text: str) -> Breath:
    work: Breath = Breath.notation.parse(text)
    return work


def test_four_numbers_are_in_hold_out_hold() -> None:
    work = read("4-0-6-2 x 8")
    assert work.pattern == Pattern(Fraction(4), Fraction(0), Fraction(6), Fraction(2))
    assert (work.repetitions, work.seconds) == (8, 96)


def test_two_numbers_are_in_and_out() -> None:
    assert read("4-6 x 3") == read("4-0-6-0 x 3")


def test_phases_of_no_length_are_left_out() -> None:
    assert read("4-0-6-2 x 8").pattern.phases == (("inhale", 4), ("exhale", 6), ("rest", 2))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4-0-6-2 for 2m", 10),
        ("4-6 for 24.9s", 2),
        ("4-6 for 25s", 3),
        ("4-6 for 35s", 4),
        ("4-6 for 1s", 1),
        ("3-0-4-0 to 4-0-6-0 for 85s", 10),
    ],
)
def test_a_length_of_breaths_is_the_nearest_whole_number_of_them(text: str, number: int) -> None:
    assert read(text).repetitions == number


@given(tenths, tenths, st.integers(1, 6000))
def test_no_other_number_of_breaths_comes_nearer_to_the_length(inhale: int, exhale: int, length: int) -> None:
    work = read(f"{decimal(inhale)}-{decimal(exhale)} for {decimal(length)}s")
    away = abs(work.seconds - Fraction(length, 10))
    assert work.repetitions == 1 or away * 2 <= work.pattern.seconds


def test_a_ramp_plays_both_its_ends_and_grows_evenly() -> None:
    played = read("3-0-4-0 to 4-0-6-0 x 10").breaths
    assert [each.inhale for each in played] == [3 + Fraction(i, 9) for i in range(10)]
    assert [each.exhale for each in played] == [4 + Fraction(2 * i, 9) for i in range(10)]
    assert played[-1].text() == "4-0-6-0"


def test_a_ramp_lasts_as_long_as_its_breaths() -> None:
    assert read("3-0-4-0 to 4-0-6-0 x 10").seconds == 85


@given(patterns(), patterns(), st.integers(2, 40))
def test_breath_i_of_n_is_i_over_n_minus_1_of_the_ramp(first: tuple, last: tuple, number: int) -> None:  # type: ignore[type-arg]
    played = Breath(pattern(first), pattern(last), number).breaths
    assert (played[0], played[-1], len(played)) == (pattern(first), pattern(last), number)
    steps = {later.seconds - earlier.seconds for earlier, later in pairwise(played)}
    assert steps == {(pattern(last).seconds - pattern(first).seconds) / (number - 1)}


@given(breaths)
def test_the_length_of_breaths_is_the_sum_of_their_phases(work: Breath) -> None:
    assert work.seconds == sum(seconds for breath in work.breaths for _, seconds in breath.phases)


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("4-6 x 8", "4-6 x 1"),
        ("2-2 x 8", "2-2 x 3"),
        ("15-15 x 2", "15-15 x 1"),
        ("4-6 to 2-2 x 5", "2-2 x 3"),
    ],
)
def test_ten_seconds_more_are_the_nearest_number_of_breaths_like_the_last(text: str, more: str) -> None:
    assert read(text).extension(Fraction(10)) == read(more)


@pytest.mark.parametrize("text", NO_BREATHS)
def test_invalid_breaths_are_refused_with_a_fix(text: str) -> None:
    with pytest.raises(NotationError) as refused:
        read(text)
    assert refused.value.fix


@pytest.mark.parametrize("amount", [{}, {"count": 8, "for_": Fraction(60)}])
def test_breaths_have_either_a_number_or_a_length(amount: dict[str, int]) -> None:
    with pytest.raises(NotationError, match="count"):
        Breath(read("4-6 x 1").pattern, **amount)  # type: ignore[arg-type]
