"""Whole files: several mistakes reported at once and in order, and no file that crashes the reader."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leanbreath.routine.library import bundled_folder
from leanbreath.routine.reader import file_kind, read_file_as
from tests.routine.snippets import drill_file, drill_with, places, problem_texts, routine_file, routine_of

FILES = sorted(path.read_text("utf-8") for path in bundled_folder("drills").rglob("*.yaml"))
SCRAPS = [*"\t\n \"'{}[]:,-#&*!|>%@`?0x", "null", "true", "<<: ", "\n  - ", "steps:", "hold: ", "repeat: ", "&a ", "*a"]


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """Return a bundled file with a few things put in and taken out."""
    text = draw(st.sampled_from(FILES))
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(SCRAPS)) + text[at + draw(st.integers(0, 6)) :]
    return text


@settings(deadline=None)
@given(spoilt())
def test_no_damaged_file_crashes_the_reader(text: str) -> None:
    reading = (routine_file if text.startswith("routine") else drill_file)(text)
    lines = text.splitlines()
    assert reading.value is not None or reading.problems
    for problem in reading.problems:
        assert problem.message
        assert problem.fix
        assert 1 <= problem.place.line <= len(lines) + 1
        assert problem.place.column <= len([*lines, ""][problem.place.line - 1]) + 1


@given(st.text())
def test_no_text_crashes_the_reader(text: str) -> None:
    reading = drill_file(text.encode("utf-8", "replace").decode())
    assert reading.value is None
    assert reading.problems


def test_every_mistake_in_a_drill_is_reported_at_once_in_file_order() -> None:
    reading = drill_with("sides: both\nhold: 30x\nhold: 20s\ngoals: y\nlean: 99\ncues:\n  - {at: start}\n")
    assert places(reading) == [(5, 8), (6, 7), (7, 1), (8, 1), (9, 7), (11, 5)]
    assert reading.value is None


def test_every_mistake_in_a_routine_is_reported_at_once_in_file_order() -> None:
    steps = "  - {drill: marhc}\n  - march\n  - {move: Hi, time: 0s}\n  - {drill: march, skip: last, hold: 5s}\n"
    reading = routine_file(f"routine: y\ntitle: [X]\nfor: run\nsteps:\n{steps}")
    assert places(reading) == [(1, 10), (2, 8), (3, 6), (5, 13), (6, 5), (7, 22), (8, 26), (8, 38)]


def test_problems_on_lines_nine_and_ten_are_in_numerical_order() -> None:
    steps = "  - {drill: march}\n" * 5 + "  - {rest: x}\n  - {rest: y}\n"
    assert places(routine_of(steps)) == [(9, 12), (10, 12)]


def test_a_repeat_with_a_mistake_hides_no_mistake_inside_it() -> None:
    reading = routine_of("  - repeat: many\n    steps:\n      - {drill: marhc}\n")
    assert places(reading) == [(4, 13), (6, 17)]


def test_an_option_with_a_mistake_does_not_hide_a_dose_of_the_wrong_kind() -> None:
    assert places(routine_of("  - {drill: march, sets: many, least: 4-6 x 2}\n")) == [(4, 26), (4, 39)]


def test_a_file_has_a_value_unless_a_field_is_invalid() -> None:
    assert drill_with("hold: 30s\n").value is not None
    assert drill_with("hold: 30x\n").value is None


@pytest.mark.parametrize(
    ("text", "kind"), [("drill: x\n", "drill"), ("routine: x\n", "routine"), ("title: x\n", None), ("- a\n", None)]
)
def test_the_keys_of_a_file_decide_its_kind(text: str, kind: str | None) -> None:
    assert file_kind(text.encode(), "x.yaml") == kind


def test_a_missing_file_read_as_a_type_is_a_problem(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("pack") / "pack.yaml"
    reading = read_file_as(path, dict)
    assert reading.value is None
    (line,) = problem_texts(reading)
    assert line.startswith("1:1: the file cannot be read: No such file")
