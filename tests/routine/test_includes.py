"""Includes that lead nowhere, back to themselves, or to a mistake: a problem with a place, never a crash."""

from pathlib import Path

import pytest

from tests.routine.snippets import TAIL, all_problems, library_with, problem_text, problem_texts, routine_including


def own_problems(folder: Path, files: dict[str, str], name: str = "a") -> list[str]:
    library = library_with(folder, files)
    return sorted({problem_text(problem) for problem in (*library.routine(name).problems, *library.problems)})


def test_a_cycle_of_includes_shows_its_chain(tmp_path: Path) -> None:
    files = {f"routines/{name}.yaml": routine_including(name, other) for name, other in ("ab", "bc", "ca")}
    assert "4:15: this include leads back to itself: a → b → c → a; remove one of them" in own_problems(tmp_path, files)


def test_each_routine_in_a_cycle_has_a_problem(tmp_path: Path) -> None:
    files = {f"routines/{name}.yaml": routine_including(name, other) for name, other in ("ab", "ba")}
    library = library_with(tmp_path, files)
    assert {Path(problem.place.file).stem for problem in all_problems(library)} == {"a", "b"}


def test_including_the_same_routine_twice_is_not_a_cycle(tmp_path: Path) -> None:
    files = {"routines/a.yaml": routine_including("a", "b", "b"), "routines/b.yaml": "routine: b\n" + TAIL}
    assert own_problems(tmp_path, files) == []


@pytest.mark.parametrize("name", ["a.yaml", "./a.yaml", "../routines/a.yaml"])
def test_a_cycle_is_found_however_its_paths_are_written(tmp_path: Path, name: str) -> None:
    (line,) = own_problems(tmp_path, {"routines/a.yaml": routine_including("a", name)})
    assert line == "4:15: this include leads back to itself: a → a; remove one of them"


def test_a_routine_with_a_mistake_is_not_included_and_its_mistake_is_reported(tmp_path: Path) -> None:
    files = {"routines/a.yaml": routine_including("a", "b"), "routines/b.yaml": "routine: b\ntitle: T\nsteps: []\n"}
    fix = f"fix it at {tmp_path / 'routines' / 'b.yaml'}:3:8"
    assert own_problems(tmp_path, files) == [
        "3:8: a routine needs at least one step; add one, such as {drill: march}",
        f'4:15: the routine "b" has a mistake; {fix}',
    ]


@pytest.mark.parametrize("name", ["warm-down", "gone.yaml", ".", pytest.param("a" * 300, id="too long a name")])
def test_including_something_that_is_not_a_file_is_a_problem(tmp_path: Path, name: str) -> None:
    (line,) = problem_texts(
        library_with(tmp_path, {"routines/own.yaml": routine_including("own", name)}).routine("own")
    )
    assert line.startswith('4:15: no routine "')


def test_a_chain_of_includes_that_is_too_long_is_a_problem(tmp_path: Path) -> None:
    files = {f"routines/r{number}.yaml": routine_including(f"r{number}", f"r{number + 1}") for number in range(200)}
    library = library_with(tmp_path, files | {"routines/r200.yaml": "routine: r200\n" + TAIL})
    assert problem_texts(library.routine("r0")) == [
        "4:15: includes are nested more than 16 deep: r0 → r1 → r2 → …; include fewer levels, or copy the steps in"
    ]


@pytest.mark.parametrize("order", [1, -1])
def test_only_files_whose_own_chain_is_too_long_are_blamed_in_any_order(tmp_path: Path, order: int) -> None:
    files = {f"routines/r{number}.yaml": routine_including(f"r{number}", f"r{number + 1}") for number in range(20)}
    library = library_with(tmp_path, files | {"routines/r20.yaml": "routine: r20\n" + TAIL})
    blamed = {name for name in [*library.routine_files][::order] if library.routine(name).problems}
    assert blamed == {"r0", "r1", "r2", "r3", "r4"}


def test_a_routine_that_includes_a_cycle_is_not_called_a_part_of_it(tmp_path: Path) -> None:
    files = {f"routines/{name}.yaml": routine_including(name, other) for name, other in ("xa", "ab", "ba")}
    library = library_with(tmp_path, files)
    (line,) = problem_texts(library.routine("x"))
    assert line == f'4:15: the routine "a" has a mistake; fix it at {tmp_path / "routines" / "a.yaml"}:4:15'
    assert "this include leads back to itself: a → b → a" in problem_texts(library.routine("b"))[0]


def test_includes_that_double_twenty_times_exceed_a_limit(tmp_path: Path) -> None:
    files = {f"routines/r{n}.yaml": routine_including(f"r{n}", f"r{n + 1}", f"r{n + 1}") for n in range(20)}
    assert own_problems(tmp_path, files | {"routines/r20.yaml": "routine: r20\n" + TAIL}, "r0") != []
