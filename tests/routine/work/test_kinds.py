"""Every kind of work: a short form that reads back, doses that shrink and grow, and what is counted in it."""

from dataclasses import fields
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.work import KINDS, Cadence, Dose, Hold, Time, Work
from tests.quick_cases import quick_cases
from tests.routine.snippets import drill_with, value_of
from tests.routine.work.doses import (
    Written,
    breaths,
    cadences,
    holds,
    rates_in_turn,
    reps,
    times,
    written_breaths,
    written_cadences,
    written_reps,
)


@given(st.one_of(breaths, holds, reps(), cadences, rates_in_turn, times))
def test_every_short_form_reads_back_as_the_same_work(work: Work) -> None:
    assert type(work).notation.parse(work.text()) == work


@given(st.one_of(written_breaths(), written_reps(), written_cadences()))
def test_the_short_and_the_long_form_of_a_dose_make_the_same_drill(dose: Written) -> None:
    short, long = (drill_with(f"{dose.kind}: {text}\n") for text in (dose.short, dose.long))
    assert value_of(short) == value_of(long)


def test_a_quoted_dose_is_the_same_dose() -> None:
    plain, quoted = drill_with("breath: 4-0-6-2 x 8\n"), drill_with('breath: " 4-0-6-2 x 8 "\n')
    assert value_of(plain) == value_of(quoted)


def test_the_kinds_are_named_by_the_keys_an_author_writes() -> None:
    assert list(KINDS) == ["breath", "hold", "reps", "cadence", "time"]


@pytest.mark.parametrize("kind", [Hold, Time])
def test_a_hold_and_free_movement_are_one_length(kind: type[Hold] | type[Time]) -> None:
    work = kind.notation.parse("1m30s")
    assert (work.seconds, work.text()) == (90, "1m30s")


@pytest.mark.parametrize("kind", [Hold, Time])
def test_ten_seconds_more_of_a_length_are_ten_seconds(kind: type[Hold] | type[Time]) -> None:
    assert kind.notation.parse("30s").extension(10) == kind.notation.parse("10s")


@pytest.mark.parametrize(
    ("kind", "text", "shortest", "longest", "expected"),
    [
        ("breath", "4-0-6-0 x 5", 30, 60, ["4-0-6-0 x 3", "4-0-6-0 x 4", "4-0-6-0 x 5", "4-0-6-0 x 6"]),
        ("breath", "4-0-6-2 x 4", 30, 40, ["4-0-6-2 x 3"]),
        ("breath", "3-0-4-0 to 4-0-6-0 x 4", 7, 26, [f"3-0-4-0 to 4-0-6-0 x {number}" for number in (1, 2, 3)]),
        ("breath", "4-0-6-0 for 25s", 20, 30, ["4-0-6-0 x 2", "4-0-6-0 for 25s"]),
        ("reps", "10 @ 2s", 15, 20, ["8 @ 2s", "9 @ 2s", "10 @ 2s"]),
        ("reps", "8 @ 2-1-2", 5, 12, ["1 @ 2-1-2", "2 @ 2-1-2"]),
        ("hold", "30s", 18, 32, ["18s", "20s", "25s", "30s", "32s"]),
        ("hold", "33s", 30, 40, ["30s", "33s", "35s", "40s"]),
        ("hold", "30s", 30, 30, ["30s"]),
        ("hold", "30s", 31, 30, []),
        ("time", "60s", 50, 60, ["50s", "55s", "1m"]),
        ("cadence", "160 to 176 for 60s", 55, 60, ["160 to 176 for 55s", "160 to 176 for 1m"]),
    ],
)
def test_a_dose_shrinks_and_grows_by_whole_breaths_and_reps_and_by_five_seconds(
    kind: str, text: str, shortest: int, longest: int, expected: list[str]
) -> None:
    work = KINDS[kind].notation.parse(text)
    assert [dose.text() for dose in work.doses(Fraction(shortest), Fraction(longest))] == expected


@given(st.one_of(breaths, holds, reps(), cadences, rates_in_turn, times), st.integers(1, 400), st.integers(0, 200))
def test_doses_stay_within_their_limits_and_grow(work: Work, shortest: int, more: int) -> None:
    least, most = Fraction(shortest), Fraction(shortest + more)
    doses = work.doses(least, most)
    lengths = [dose.seconds for dose in doses]
    assert lengths == sorted(set(lengths))
    assert all(least <= length <= most for length in lengths)
    assert (work in doses) == (least <= work.seconds <= most)


@pytest.mark.parametrize(
    ("kind", "text"), quick_cases([("breath", "4-6 x 5"), ("reps", "10 @ 0.01s"), ("hold", "30s")], [("hold", "30s")])
)
def test_doses_stay_within_what_an_author_may_write(kind: str, text: str) -> None:
    longest = KINDS[kind].notation.parse(text).doses(Fraction(1), Fraction(4 * 3600))[-1]
    assert KINDS[kind].notation.parse(longest.text()) == longest


@pytest.mark.parametrize(
    ("kind", "text", "repetitions", "cue_counts", "phase_names", "part_count"),
    [
        ("breath", "4-0-6-2 x 3", 3, {"breath": 3}, ("inhale", "exhale", "rest"), 12),
        ("breath", "4-0-6-0 to 4-2-6-0 x 3", 3, {"breath": 3}, ("inhale", "exhale", "hold"), 12),
        ("hold", "30s", None, {}, (), 1),
        ("reps", "8 @ 2-1-2", 8, {"rep": 8}, ("there", "hold", "back"), 24),
        ("reps", "8 @ 2s", 8, {"rep": 8}, (), 8),
        ("cadence", "120 for 3s", None, {"rep": 6}, (), 6),
        ("time", "30s", None, {}, (), 1),
    ],
)
def test_each_kind_says_what_is_counted_in_it_and_what_its_phases_are_called(
    kind: str,
    text: str,
    repetitions: int | None,
    cue_counts: dict[str, int],
    phase_names: tuple[str, ...],
    part_count: int,
) -> None:
    work = KINDS[kind].notation.parse(text)
    shown = (work.repetitions, dict(work.cue_counts), work.phase_names, work.part_count)
    assert shown == (repetitions, cue_counts, phase_names, part_count)


def test_a_cadence_that_counts_breaths_counts_one_that_is_cut_short() -> None:
    walk = Cadence(Fraction(60), Fraction(8), breath=(3, 4))
    assert (dict(walk.cue_counts), walk.phase_names) == ({"rep": 8, "breath": 2}, ("inhale", "exhale"))


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind.long_form])
def test_the_long_form_names_every_field_once_except_the_most_of_open_work(kind: type[Work]) -> None:
    names = [field.name.rstrip("_") for field in fields(kind) if field.name != "most_seconds"]
    assert sorted(kind.long_form) == sorted(names)
    assert set(kind.one_of) <= set(names)


@pytest.mark.parametrize("key", ["hold", "time"])
def test_a_length_has_no_long_form(key: str) -> None:
    (problem,) = drill_with(f"{key}: {{seconds: 30}}\n").problems
    assert problem.message == f'"{key}" must be a length, not key: value pairs'


def test_a_dose_gives_its_work_or_none() -> None:
    hold, time = Hold.notation.parse("30s"), Time.notation.parse("30s")
    assert Dose().work is None
    assert Dose(time=time).work == time
    assert Dose(hold=hold, time=time).works == (hold, time)
