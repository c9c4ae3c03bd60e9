"""A file can name the drills, poses and routines next to it; they override the library."""

from pathlib import Path

import pytest

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.authoring.linter import Linter
from leanbreath.authoring.neighbours import register_files, sibling_files
from leanbreath.routine.library import Library, bundled_folder
from tests.routine.snippets import TAIL, routine_including, value_of

LOOK = "drill: look\ntitle: Look\ngoal: awareness\nposition: standing\nhold: 20s\nfigure: reach\n" + (
    "allow: [LB065]\nbecause: Own.\n"
)
REACH = "pose: reach\nframes:\n  - {near-leg: {foot: 14 0}}\n"
ROUTINE = "routine: own\ntitle: Own\nsteps:\n  - {drill: look}\n  - {include: end}\n"
FILES = {"look.yaml": LOOK, "reach.yaml": REACH, "own.yaml": ROUTINE, "end.yaml": f"routine: end\n{TAIL}"}


def linter(folder: Path, files: dict[str, str], known: list[str]) -> Linter:
    """Return a linter that knows some files of a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    library = Library((bundled_folder("drills"),))
    register_files(library, [folder / name for name in known])
    return Linter(library, bundled_rules())


@pytest.mark.parametrize("name", FILES)
def test_each_file_of_a_folder_can_name_the_others(tmp_path: Path, name: str) -> None:
    assert linter(tmp_path, FILES, list(FILES)).check_file(tmp_path / name) == ()


@pytest.mark.parametrize(("name", "said"), [("own.yaml", 'no drill "look"'), ("look.yaml", 'no pose "reach"')])
def test_a_file_that_is_not_next_to_it_cannot_be_named(tmp_path: Path, name: str, said: str) -> None:
    found = linter(tmp_path, FILES, [name]).check_file(tmp_path / name)
    assert said in {problem.message for problem in found}


def test_the_siblings_of_a_file_are_the_yaml_files_of_its_folder_including_itself(tmp_path: Path) -> None:
    for name in ("b.yml", "a.yaml", "c.txt", "below/d.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert sibling_files(tmp_path / "a.yaml") == [tmp_path / "a.yaml", tmp_path / "b.yml"]


def test_files_next_to_a_file_override_the_library(tmp_path: Path) -> None:
    march = LOOK.replace("drill: look", "drill: march").replace("title: Look", "title: My march")
    made = linter(tmp_path, {"march.yaml": march}, ["march.yaml"])
    assert value_of(made.library.drill("march")).title == "My march"


def test_in_the_librarys_own_folders_an_id_keeps_its_meaning(tmp_path: Path) -> None:
    path = tmp_path / "library" / "march.yaml"
    path.parent.mkdir()
    path.write_text(LOOK.replace("drill: look", "drill: march"), "utf-8")
    library = Library((bundled_folder("drills"), tmp_path))
    register_files(library, [path])
    assert value_of(library.drill("march")).title == "March in place"


@pytest.mark.parametrize("text", ["drill: [", "not of ours", "\x00", "services: {drill: look}\n"])
def test_other_yaml_files_are_ignored(tmp_path: Path, text: str) -> None:
    made = linter(
        tmp_path, {"stray.yaml": text, "own.yaml": routine_including("own", "end")}, ["stray.yaml", "gone.yaml"]
    )
    assert "stray" not in made.library.routine_files
    assert [problem.place.line for problem in made.check_file(tmp_path / "own.yaml")] == [4]
