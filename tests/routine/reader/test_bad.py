"""Bad files with the expected message beside them: NAME.txt holds the problems of NAME.yaml, one a line."""

from pathlib import Path
from typing import Any

import pytest

from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.reader import ReadResult
from tests.routine.authoring import all_said

BAD = Path(__file__).parent.parent / "bad"
FILES = sorted(BAD.rglob("*.yaml"))


def read(path: Path) -> ReadResult[Any]:
    library = Library((bundled_folder("drills"), BAD))
    find = library.drill if path.parent.name == "library" else library.routine
    return find(path.stem)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_bad_file_has_the_problems_written_beside_it(path: Path) -> None:
    expected = path.with_suffix(".txt").read_text("utf-8").splitlines()
    assert all_said(read(path)) == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_bad_file_names_itself_in_each_problem(path: Path) -> None:
    assert {problem.place.file for problem in read(path).problems} == {str(path)}


def test_every_expected_message_has_its_file() -> None:
    assert sorted(path.with_suffix(".yaml") for path in BAD.rglob("*.txt")) == FILES
    assert len(FILES) >= 35
