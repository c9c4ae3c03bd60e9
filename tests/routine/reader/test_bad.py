"""Bad files with the expected message beside them: NAME.txt holds the problems of NAME.yaml, one a line."""

from pathlib import Path
from typing import Any

import pytest

from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.reader import ReadResult
from tests.routine.snippets import problem_texts

BAD = Path(__file__).parent.parent / "bad"
FILES = sorted(BAD.rglob("*.yaml"))


def read(path: Path) -> ReadResult[Any]:
    library = Library((bundled_folder("drills"), BAD))
    find = library.drill if path.parent.name == "library" else library.routine
    return find(path.stem)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_bad_file_has_the_problems_in_the_text_file_of_its_name(path: Path) -> None:
    expected = path.with_suffix(".txt").read_text("utf-8").splitlines()
    assert problem_texts(read(path)) == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_problem_of_a_bad_file_names_that_file(path: Path) -> None:
    assert {problem.place.file for problem in read(path).problems} == {str(path)}


def test_every_file_of_expected_messages_has_its_bad_file() -> None:
    assert sorted(path.with_suffix(".yaml") for path in BAD.rglob("*.txt")) == FILES
    assert len(FILES) >= 35
