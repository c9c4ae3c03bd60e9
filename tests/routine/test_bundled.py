"""What travels with the program reads without a problem and keeps the rules of its own house."""

from collections.abc import Iterator

import pytest

from leanbreath.routine.library import Library, bundled
from leanbreath.routine.model import DrillStep, Include, Repeat, Step
from tests.routine.authoring import value_of

LIBRARY = Library((bundled("drills"),))
DRILLS, ROUTINES = sorted(LIBRARY.drill_files), sorted(LIBRARY.routine_files)
FAMILIES = {"raise", "breath", "calf", "hip", "core", "strength", "head", "lean"}


def drill_steps(steps: tuple[Step, ...]) -> Iterator[DrillStep]:
    for step in steps:
        if isinstance(step, DrillStep):
            yield step
        elif isinstance(step, Repeat | Include):
            yield from drill_steps(step.steps)


def test_every_bundled_file_reads_without_a_problem() -> None:
    assert [str(problem) for problem in LIBRARY.all_problems()] == []
    assert {"march", "half-kneel-breath"} < set(DRILLS)
    assert {"pre-run-6", "daily-12"} < set(ROUTINES)


@pytest.mark.parametrize("name", DRILLS)
def test_every_bundled_drill_names_bundled_drills_to_do_instead(name: str) -> None:
    instead = value_of(LIBRARY.drill(name)).instead or {}
    assert set(instead.values()) <= set(DRILLS) - {name}


@pytest.mark.parametrize("name", DRILLS)
def test_what_is_done_instead_leads_to_a_drill_without_that_caution(name: str) -> None:
    for caution in value_of(LIBRARY.drill(name)).instead or {}:
        way = [name]
        while caution in (drill := value_of(LIBRARY.drill(way[-1]))).cautions:
            way.append(drill.instead[caution])
            assert len(set(way)) == len(way)


@pytest.mark.parametrize("name", DRILLS)
def test_something_is_done_instead_only_for_a_caution_the_drill_has(name: str) -> None:
    drill = value_of(LIBRARY.drill(name))
    assert set(drill.instead or {}) <= set(drill.cautions)


@pytest.mark.parametrize("name", DRILLS)
def test_every_bundled_cue_has_at_most_nine_words(name: str) -> None:
    said = [text for cue in value_of(LIBRARY.drill(name)).cues for text in (cue.say, cue.short or "")]
    assert [text for text in said if len(text.split()) > 9] == []


@pytest.mark.parametrize("name", ROUTINES)
def test_every_cue_of_a_bundled_routine_has_at_most_nine_words(name: str) -> None:
    said = [cue.say for step in drill_steps(value_of(LIBRARY.routine(name)).steps) for cue in step.cues]
    assert [text for text in said if len(text.split()) > 9] == []


@pytest.mark.parametrize("name", DRILLS)
def test_every_bundled_drill_lies_in_the_folder_of_a_family(name: str) -> None:
    assert LIBRARY.drill_files[name].parent.name in FAMILIES


@pytest.mark.parametrize("name", DRILLS)
def test_the_floor_of_a_bundled_drill_is_not_above_its_dose_nor_its_dose_above_the_ceiling(name: str) -> None:
    drill = value_of(LIBRARY.drill(name))
    doses = [work.seconds for work in (drill.least, drill.work, drill.most) if work is not None]
    assert doses == sorted(doses)
