"""The bundled drills and routines and the user's own: found by id, one bad file never in the way of the others."""

from pathlib import Path

import pytest

from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.model import Include
from leanbreath.routine.reader import UnresolvedName
from tests.routine.snippets import (
    TAIL,
    all_problems,
    library_with,
    problem_text,
    problem_texts,
    routine_including,
    value_of,
)

GOOD = "drill: good\ntitle: Good\ngoal: raise\nposition: walk\nhold: 3s\n"
BAD = "drill: bad\ntitle: Bad\ngoal: raise\nposition: walk\nhold: long\n"


def test_a_bad_drill_does_not_hide_the_others(tmp_path: Path) -> None:
    library = library_with(tmp_path, {"library/bad.yaml": BAD, "library/own/good.yaml": GOOD})
    assert value_of(library.drill("good")).title == "Good"
    assert value_of(library.drill("march")).title == "March in place"
    assert library.drill("bad").value is None
    assert [problem_text(problem)[:4] for problem in all_problems(library)] == ["5:7:"]


def test_a_routine_with_a_bad_drill_points_to_the_mistake_in_that_drill(tmp_path: Path) -> None:
    steps = "routine: own\ntitle: T\nsteps:\n  - {drill: bad}\n"
    library = library_with(tmp_path, {"library/bad.yaml": BAD, "routines/own.yaml": steps})
    fix = f"fix it at {tmp_path / 'library' / 'bad.yaml'}:5:7"
    assert problem_texts(library.routine("own")) == [f'4:13: the drill "bad" has a mistake; {fix}']
    assert [problem_text(problem)[:4] for problem in library.problems] == ["5:7:"]


def test_an_id_in_two_folders_means_the_first_file_and_is_a_problem(tmp_path: Path) -> None:
    library = library_with(tmp_path, {"library/march.yaml": GOOD.replace("drill: good", "drill: march")})
    assert value_of(library.drill("march")).title == "March in place"
    (problem,) = all_problems(library)
    assert problem.place.file == str(tmp_path / "library" / "march.yaml")
    assert (
        problem.message
        == f'the id "march" is already used by {bundled_folder("drills") / "library" / "raise" / "march.yaml"}'
    )


@pytest.mark.parametrize(
    ("kind", "name", "message", "fix"),
    [
        ("drill", "marhc", 'no drill "marhc"', 'did you mean "march"?'),
        ("routine", "dayly-12", 'no routine "dayly-12"', 'did you mean "daily-12"?'),
        ("drill", "library/raise/march", 'no drill "library/raise/march"', "choose from "),
    ],
)
def test_an_unknown_name_gets_the_nearest_name_or_all_of_them(kind: str, name: str, message: str, fix: str) -> None:
    library = Library((bundled_folder("drills"),))
    with pytest.raises(UnresolvedName) as unknown:
        getattr(library, kind)(name)
    assert unknown.value.message == message
    assert unknown.value.fix.startswith(fix)


def test_a_library_without_a_folder_is_empty(tmp_path: Path) -> None:
    library = Library((tmp_path / "nowhere",))
    assert (library.drill_files, library.routine_files, all_problems(library)) == ({}, {}, [])


def test_a_folder_instead_of_a_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "library" / "x.yaml").mkdir(parents=True)
    (line,) = problem_texts(Library((tmp_path,)).drill("x"))
    assert line == "1:1: this is not a file; give the path of a YAML file"


def test_a_link_to_nowhere_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "x.yaml").symlink_to(tmp_path / "gone.yaml")
    (line,) = problem_texts(Library((tmp_path,)).drill("x"))
    assert line == "1:1: the file cannot be read: No such file or directory; check its name and permissions"


def test_a_file_is_read_once(tmp_path: Path) -> None:
    library = library_with(tmp_path, {"library/good.yaml": GOOD, "routines/own.yaml": "routine: own\n" + TAIL})
    first = library.drill("good"), library.routine("own")
    (tmp_path / "library" / "good.yaml").unlink()
    (tmp_path / "routines" / "own.yaml").unlink()
    assert (library.drill("good"), library.routine("own")) == first


def test_a_routine_file_can_be_anywhere(tmp_path: Path) -> None:
    library = library_with(tmp_path, {"desk/own.yaml": "routine: own\n" + TAIL})
    assert value_of(library.routine_at(tmp_path / "desk" / "own.yaml")).id == "own"


def test_an_included_routine_brings_its_steps_and_keeps_its_own_defaults(tmp_path: Path) -> None:
    outer = "routine: outer\ntitle: T\ndefaults: {ready: 9s}\nsteps:\n  - {include: inner}\n"
    inner = "routine: inner\ntitle: Inner\ndefaults: {ready: 5s}\nsteps:\n  - {drill: march}\n"
    library = library_with(tmp_path, {"routines/outer.yaml": outer, "routines/inner.yaml": inner})
    (step,) = value_of(library.routine("outer")).steps
    assert isinstance(step, Include)
    assert (step.title, [each.ready for each in step.steps]) == ("Inner", [5])  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["end.yaml", "./end.yaml", "../desk/end.yaml"])
def test_a_routine_is_included_by_its_path_in_the_same_folder(tmp_path: Path, name: str) -> None:
    library = library_with(
        tmp_path, {"desk/own.yaml": routine_including("own", name), "desk/end.yaml": "routine: end\n" + TAIL}
    )
    (step,) = value_of(library.routine_at(tmp_path / "desk" / "own.yaml")).steps
    assert step.steps[0].drill.drill == "march"


def test_a_path_is_relative_to_the_including_file_not_to_the_first(tmp_path: Path) -> None:
    files = {"a.yaml": routine_including("a", "b/b.yaml"), "b/b.yaml": routine_including("b", "end.yaml")}
    library = library_with(tmp_path, files | {"b/end.yaml": "routine: end\n" + TAIL})
    assert library.routine_at(tmp_path / "a.yaml").problems == ()


@pytest.mark.parametrize("path", ["../b.yaml", "..", "c/../../b.yaml", "/etc/hosts", "way-out/b.yaml"])
def test_a_path_that_leaves_the_folder_of_its_file_is_a_problem(tmp_path: Path, path: str) -> None:
    library = library_with(tmp_path, {"a/a.yaml": routine_including("a", path), "b.yaml": "routine: b\n" + TAIL})
    (tmp_path / "a" / "way-out").symlink_to(tmp_path)
    fix = "include an id, or a file in the same folder"
    assert problem_texts(library.routine_at(tmp_path / "a" / "a.yaml")) == [
        f'4:15: "{path}" is outside the folder of this file; {fix}'
    ]
