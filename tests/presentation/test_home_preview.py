"""The preview of a routine: how long it takes, what it needs, and its steps as a strip."""

import pytest

from leanbreath.presentation.home_preview import Preview, drill_preview, routine_preview
from leanbreath.presentation.text_parts import parts_that_fit
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.score.compose import compose

LIBRARY = Library((bundled_folder("drills"),))


def of_routine(id: str) -> Preview:
    routine = LIBRARY.routine(id).value
    assert routine is not None
    return routine_preview(routine, compose(routine))


def lines(preview: Preview, columns: int, rows: int) -> list[str]:
    return [line for part in parts_that_fit(preview.parts(columns), rows) for line in part.lines]


def test_a_routine_is_shown_with_its_length_its_equipment_its_strip_and_what_it_is_about():
    facts, strip, *about = lines(of_routine("pre-run-6"), 50, 20)
    assert of_routine("pre-run-6").title == "Six-minute lean primer"
    assert facts == "6:28 · before a run · shoes, space, wall"
    assert set(strip) == {"▇", " "} and len(strip) == 50
    assert about[0] == "On your feet from start to end."


def test_waits_are_told_with_the_length():
    assert of_routine("pre-run-8").facts.startswith("8:19 · 1 wait · before a run · mat")


@pytest.mark.parametrize(
    ("rows", "shown"), [(1, ["facts"]), (2, ["facts", "strip"]), (3, ["facts", "strip", "places"])]
)
def test_in_few_rows_the_facts_stay_the_longest(rows, shown):
    assert [part.name for part in parts_that_fit(of_routine("daily-12").parts(60), rows)] == shown


def test_a_strip_that_does_not_fit_is_left_out():
    assert "strip" not in [part.name for part in parts_that_fit(of_routine("daily-12").parts(8), 50)]


def test_a_drill_is_shown_with_its_dose_its_position_and_why():
    drill = LIBRARY.drill("half-kneel-breath").value
    assert drill is not None
    facts, *why = lines(drill_preview(drill), 80, 20)
    assert drill_preview(drill).title == "Half-kneeling breath"
    assert facts == "5 breaths · each side · one knee down · mat, support"
    assert why[0].startswith("Joins a slow breath")
