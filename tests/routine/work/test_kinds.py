"""What all kinds of work have in common: a short form that reads back, and a dose that names one of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.work import KINDS, Dose, Hold, Time, Work
from tests.routine.authoring import drill_with, value_of
from tests.routine.work.doses import (
    Written,
    breaths,
    cadences,
    holds,
    reps,
    times,
    written_breaths,
    written_cadences,
    written_reps,
)


@given(st.one_of(breaths, holds, reps(), cadences, times))
def test_every_short_form_reads_back_as_the_same_work(work: Work) -> None:
    assert type(work).notation.parse(work.text()) == work


@given(st.one_of(written_breaths(), written_reps(), written_cadences()))
def test_the_short_and_the_long_form_of_a_dose_make_the_same_drill(dose: Written) -> None:
    short, long = (drill_with(f"{dose.kind}: {text}\n") for text in (dose.short, dose.long))
    assert value_of(short) == value_of(long)


def test_a_quoted_dose_is_the_same_dose() -> None:
    plain, quoted = drill_with("breath: 4-0-6-2 x 8\n"), drill_with('breath: " 4-0-6-2 x 8 "\n')
    assert value_of(plain) == value_of(quoted)


def test_the_five_kinds_are_called_as_the_keys_an_author_writes() -> None:
    assert list(KINDS) == ["breath", "hold", "reps", "cadence", "time"]


@pytest.mark.parametrize("kind", [Hold, Time])
def test_stillness_and_free_time_are_one_length(kind: type[Hold] | type[Time]) -> None:
    work = kind.notation.parse("1m30s")
    assert (work.seconds, work.text()) == (90, "1m30s")


@pytest.mark.parametrize("kind", [Hold, Time])
def test_ten_seconds_more_of_one_length_are_ten_seconds(kind: type[Hold] | type[Time]) -> None:
    assert kind.notation.parse("30s").extension(10) == kind.notation.parse("10s")


@pytest.mark.parametrize("key", ["hold", "time"])
def test_a_length_has_no_long_form(key: str) -> None:
    (problem,) = drill_with(f"{key}: {{seconds: 30}}\n").problems
    assert problem.message == f'"{key}" takes a length, not keys with values'


def test_a_dose_gives_its_work_or_none() -> None:
    hold, time = Hold.notation.parse("30s"), Time.notation.parse("30s")
    assert Dose().work is None
    assert Dose(time=time).work == time
    assert Dose(hold=hold, time=time).works == (hold, time)
