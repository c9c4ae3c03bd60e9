"""Steps at a rate: their number, and the second at which each begins."""

from fractions import Fraction
from itertools import pairwise
from math import ceil

import pytest
from hypothesis import given, settings

from leanbreath.routine.basic_notations import NotationError
from leanbreath.routine.work import Cadence
from tests.routine.snippets import drill_with, value_of
from tests.routine.work.doses import cadences

NEAR = Fraction(1, 2**40)
NO_CADENCE = [
    "172",
    "172 for",
    "for 60s",
    "172 for 0s",
    "172 for -60s",
    "19 for 60s",
    "301 for 60s",
    "1e2 for 60s",
    "168 to for 60s",
    "168 to 400 for 60s",
    "168 - 176 for 60s",
    "172 x 60",
    "",
]


def read(text: str) -> Cadence:
    work: Cadence = Cadence.notation.parse(text)
    return work


def integral(work: Cadence, second: Fraction) -> Fraction:
    """Return how many steps of 60ths begin before a second, by the area under the rate."""
    end = work.to or work.rate
    return (work.rate * second + (end - work.rate) / work.for_ * second**2 / 2) / 60


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("172 for 60s", 172),
        ("168 to 176 for 60s", 172),
        ("176 to 168 for 60s", 172),
        ("100 for 1s", 2),
        ("60 for 3s", 3),
        ("60 for 2.5s", 3),
        ("30 for 1s", 1),
        ("20 to 300 for 6s", 16),
    ],
)
def test_every_step_that_begins_is_counted(text: str, steps: int) -> None:
    assert len(read(text).starts) == steps


def test_even_steps_begin_at_even_distances() -> None:
    assert read("120 for 2s").starts == (0, Fraction(1, 2), 1, Fraction(3, 2))
    assert read("172 for 60s").starts[100] == Fraction(6000, 172)


def test_a_ramp_begins_its_steps_where_the_area_under_the_rate_is_whole() -> None:
    starts = read("60 to 180 for 2s").starts
    assert [round(float(start), 6) for start in starts] == [0, 0.732051, 1.236068, 1.645751]


@settings(deadline=None)
@given(cadences)
def test_every_step_begins_where_the_area_under_the_rate_has_reached_its_number(work: Cadence) -> None:
    assert all(abs(integral(work, start) - number) < NEAR for number, start in enumerate(work.starts))


@settings(deadline=None)
@given(cadences)
def test_the_number_of_steps_is_the_area_under_the_rate_and_the_last_begins_within(work: Cadence) -> None:
    starts = work.starts
    assert len(starts) == ceil(integral(work, work.for_))
    assert starts[0] == 0
    assert starts[-1] < work.for_
    assert all(earlier < later for earlier, later in pairwise(starts))


def test_a_cadence_lasts_as_long_as_it_says() -> None:
    assert read("168 to 176 for 1m30s").seconds == 90


def test_breaths_are_counted_in_steps_in_the_long_form() -> None:
    work = value_of(drill_with("cadence: {rate: 110, for: 60s, breath: 3-4}\n")).cadence
    assert (work.rate, work.for_, work.to, work.breath) == (110, 60, None, (3, 4))


@pytest.mark.parametrize("breath", ["0-4", "3", "3-0-4-0", "3-x", "10-4"])
def test_a_breath_in_steps_is_two_small_numbers(breath: str) -> None:
    reading = drill_with(f"cadence: {{rate: 110, for: 60s, breath: {breath}}}\n")
    assert [problem.place.column for problem in reading.problems] == [40]


@pytest.mark.parametrize(("text", "more"), [("172 for 60s", "172 for 10s"), ("168 to 176 for 60s", "176 for 10s")])
def test_ten_seconds_more_keep_the_last_rate(text: str, more: str) -> None:
    assert read(text).extension(Fraction(10)) == read(more)


def test_ten_seconds_more_keep_the_breath() -> None:
    assert Cadence(Fraction(110), Fraction(60), breath=(3, 4)).extension(Fraction(10)).breath == (3, 4)


@pytest.mark.parametrize("text", NO_CADENCE)
def test_an_invalid_cadence_is_refused_with_a_fix(text: str) -> None:
    with pytest.raises(NotationError) as refused:
        read(text)
    assert refused.value.fix
