"""What an import would add, and what prevents it."""

from pathlib import Path

from leanbreath.authoring.import_plan import ImportedFile, plan_import
from leanbreath.routine.library import Library, bundled_folder

LIBRARY = Library((bundled_folder("drills"),))
ROUTINE = "routine: {id}\ntitle: X\nsteps:\n  - {{drill: march}}\n"
DRILL = "drill: {id}\ntitle: X\ngoal: awareness\nposition: standing\nhold: 20s\n"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.format(id=path.stem))
    return path


def test_files_of_a_folder_go_where_their_kind_belongs(tmp_path: Path) -> None:
    drill = write(tmp_path, "library/hip/my-hip.yaml", DRILL)
    routine = write(tmp_path, "my-day.yaml", ROUTINE)
    write(tmp_path, "notes.txt", "not ours")
    write(tmp_path, "other.yaml", "colour: red\n")
    plan = plan_import(tmp_path, LIBRARY, tmp_path / "user")
    assert plan.problems == ()
    assert plan.files == (
        ImportedFile("drill", "my-hip", drill, Path("drills/library/hip/my-hip.yaml")),
        ImportedFile("routine", "my-day", routine, Path("drills/routines/my-day.yaml")),
    )


def test_an_id_can_be_used_only_once(tmp_path: Path) -> None:
    write(tmp_path, "a/twice.yaml", ROUTINE)
    write(tmp_path, "b/twice.yaml", ROUTINE)
    (problem,) = plan_import(tmp_path, LIBRARY, tmp_path / "user").problems
    assert problem.message == f'the id "twice" is already used by {tmp_path / "a" / "twice.yaml"}'


def test_a_bundled_id_is_taken(tmp_path: Path) -> None:
    path = write(tmp_path, "march.yaml", DRILL)
    (problem,) = plan_import(path, LIBRARY, tmp_path / "user").problems
    assert problem.message == f'the id "march" is already used by {LIBRARY.drill_files["march"]}'


def test_a_folder_with_nothing_of_ours_is_a_problem(tmp_path: Path) -> None:
    (problem,) = plan_import(tmp_path, LIBRARY, tmp_path / "user").problems
    assert (problem.message, problem.fix) == ("nothing to add here", "name a drill, a routine, or a folder of them")
