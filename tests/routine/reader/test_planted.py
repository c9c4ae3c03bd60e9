"""Mistakes planted one at a time: each is reported once, at its exact place, with its fix."""

from pathlib import Path

import pytest

from tests.routine.reader.planted import PLANTED, PlantedMistake, problems


def test_at_least_sixty_mistakes_are_spread_over_many_files() -> None:
    assert len(PLANTED) >= 60 and len({planted.file for planted in PLANTED}) >= 6


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.new.strip()[:40])
def test_a_mistake_is_reported_at_its_place_with_its_fix(planted: PlantedMistake, tmp_path: Path) -> None:
    assert planted.marked.count("¦") == 1
    (problem,) = problems(planted, tmp_path)
    assert (problem.place.line, problem.place.column) == planted.place
    assert planted.fix in f"{problem.message}; {problem.fix}"


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.new.strip()[:40])
def test_a_problem_quotes_the_source_line(planted: PlantedMistake, tmp_path: Path) -> None:
    (problem,) = problems(planted, tmp_path)
    assert problem.quote == planted.text.splitlines()[planted.place[0] - 1]
