"""`new`, `add` and `remove`: no file of yours is lost, and no bundled one is replaced."""

import json
from pathlib import Path

import pytest

from leanbreath.routine.library import bundled_folder
from tests.home import at_terminal, leanbreath

DRILL = (bundled_folder("drills") / "library" / "hip" / "half-kneel-breath.yaml").read_text("utf-8")
SHARED_DRILL = DRILL.replace("drill: half-kneel-breath", "drill: shared-kneel")
SHARED = "routine: shared\ntitle: Shared\nsteps:\n  - {drill: shared-kneel}\n"


def own(home: Path) -> Path:
    return home / "leanbreath" / "drills"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "brought"
    (made / "library" / "hip").mkdir(parents=True)
    (made / "library" / "hip" / "shared-kneel.yaml").write_text(SHARED_DRILL, "utf-8")
    (made / "shared.yaml").write_text(SHARED, "utf-8")
    return made


@pytest.mark.parametrize(("kind", "below"), [("drill", "library"), ("routine", "routines"), ("plan", "plans")])
def test_a_new_file_passes_the_strict_check_and_refers_to_its_schema(tmp_path, kind, below):
    made = leanbreath(tmp_path, "new", kind, "mine")
    path = own(tmp_path) / below / "mine.yaml"
    assert (made.returncode, made.stdout) == (0, f"{path}\n")
    checked = leanbreath(tmp_path, "check", "--strict", str(path))
    assert (checked.returncode, checked.stdout) == (0, "1 file: no problems\n")
    assert leanbreath(tmp_path, "fmt", "--check", str(path)).returncode == 0
    first = path.read_text("utf-8").partition("\n")[0]
    assert (
        json.loads((path.parent / first.partition("$schema=")[2]).read_text("utf-8"))["title"] == f"leanbreath {kind}"
    )


def test_a_new_routine_runs_at_once(tmp_path):
    leanbreath(tmp_path, "new", "routine", "mine")
    assert leanbreath(tmp_path, "run", "mine", "--speed", "100").returncode == 0


@pytest.mark.parametrize(("kind", "source"), [("drill", "half-kneel-breath"), ("routine", "pre-run-6")])
def test_a_copy_differs_from_its_source_in_the_id_and_the_schema_alone(tmp_path, kind, source):
    path = Path(leanbreath(tmp_path, "new", kind, "mine", "--from", source).stdout.strip())
    original = next((bundled_folder("drills")).rglob(f"{source}.yaml")).read_text("utf-8").splitlines()
    changed = [
        (old, new) for old, new in zip(original, path.read_text("utf-8").splitlines(), strict=True) if old != new
    ]
    assert [old for old, _ in changed if not old.startswith("# yaml")] == [f"{kind}: {source}"]
    assert (f"{kind}: {source}", f"{kind}: mine") in changed


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("drill", "March!"), "is not an id"),
        (("drill", "march"), 'already has the drill "march"'),
        (("routine", "mine", "--from", "pre-run-66"), 'did you mean "pre-run-6"?'),
    ],
)
def test_an_invalid_or_taken_name_is_refused(tmp_path, arguments, said):
    made = leanbreath(tmp_path, "new", *arguments)
    assert made.returncode == 1 and said in made.stderr
    assert not own(tmp_path).exists()


def test_a_new_file_never_replaces_another(tmp_path):
    (tmp_path / "mine.yaml").write_text("precious")
    assert leanbreath(tmp_path, "new", "routine", "mine", "--in", str(tmp_path)).returncode == 1
    assert (tmp_path / "mine.yaml").read_text() == "precious"


def test_an_added_folder_can_be_used(tmp_path, folder):
    added = leanbreath(tmp_path, "add", str(folder))
    assert added.returncode == 0
    assert [line.split() for line in added.stdout.splitlines()[:2]] == [
        ["drill", "shared-kneel", "new"],
        ["routine", "shared", "new"],
    ]
    assert (own(tmp_path) / "library" / "hip" / "shared-kneel.yaml").read_text("utf-8") == SHARED_DRILL
    assert leanbreath(tmp_path, "cues", "shared").returncode == 0


def test_nothing_is_added_from_a_folder_with_one_error(tmp_path, folder):
    (folder / "bad.yaml").write_text("routine: bad\ntitle: Bad\nsteps:\n  - {drill: marhc}\n")
    added = leanbreath(tmp_path, "add", str(folder))
    assert added.returncode == 1
    assert f'{folder / "bad.yaml"}:4:13: no drill "marhc"; did you mean "march"?' in added.stderr
    assert not own(tmp_path).exists()


def test_links_out_of_the_folder_are_not_followed(tmp_path, folder):
    secret = tmp_path / "secret.yaml"
    secret.write_text(SHARED.replace("shared\n", "secret\n", 1))
    (folder / "secret.yaml").symlink_to(secret)
    (folder / "way-out").symlink_to(tmp_path)
    added = leanbreath(tmp_path, "add", str(folder))
    assert added.returncode == 1
    assert "secret.yaml:1:1: this link leads out of the folder" in added.stderr
    assert "way-out:1:1: links to folders are not followed" in added.stderr
    assert not own(tmp_path).exists()


def test_your_files_are_replaced_only_with_yes(tmp_path, folder):
    leanbreath(tmp_path, "add", str(folder))
    (folder / "shared.yaml").write_text(SHARED + "  - {drill: march}\n", "utf-8")
    asked = leanbreath(tmp_path, "add", str(folder))
    assert asked.returncode == 1 and "--yes" in asked.stderr
    assert (own(tmp_path) / "routines" / "shared.yaml").read_text("utf-8") == SHARED
    assert leanbreath(tmp_path, "add", str(folder), "--yes").returncode == 0
    assert "march" in (own(tmp_path) / "routines" / "shared.yaml").read_text("utf-8")


@pytest.mark.parametrize(("answer", "replaced"), [("y", True), ("n", False)])
def test_at_a_terminal_add_asks_before_it_replaces(tmp_path, folder, answer, replaced):
    leanbreath(tmp_path, "add", str(folder))
    (folder / "shared.yaml").write_text(SHARED + "  - {drill: march}\n", "utf-8")
    terminal = at_terminal(tmp_path, "add", str(folder))
    try:
        terminal.wait_for("Replace 1 of your files? [y/N]:")
        terminal.send(f"{answer}\r")
        terminal.end()
    finally:
        terminal.kill()
    assert ("march" in (own(tmp_path) / "routines" / "shared.yaml").read_text("utf-8")) == replaced


def test_a_bundled_id_is_refused(tmp_path, folder):
    (folder / "pre-run-6.yaml").write_text(SHARED.replace("shared\n", "pre-run-6\n", 1), "utf-8")
    added = leanbreath(tmp_path, "add", str(folder), "--yes")
    assert added.returncode == 1 and 'the id "pre-run-6" is already used by' in added.stderr


def test_using_a_bundled_routine_names_your_file_with_the_same_id(tmp_path):
    path = own(tmp_path) / "routines" / "pre-run-6.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(SHARED.replace("shared\n", "pre-run-6\n", 1), "utf-8")
    planned = leanbreath(tmp_path, "cues", "pre-run-6")
    assert planned.stdout.startswith("Six-minute lean primer")
    assert f'{path}:1:1: the id "pre-run-6" is already used by' in planned.stderr


def test_list_marks_what_is_yours(tmp_path, folder):
    leanbreath(tmp_path, "add", str(folder))
    routines = json.loads(leanbreath(tmp_path, "list", "--json").stdout)
    drills = json.loads(leanbreath(tmp_path, "list", "--drills", "--json").stdout)
    assert {row["id"] for row in routines if row["whose"] == "yours"} == {"shared"}
    assert {row["id"] for row in drills if row["whose"] == "yours"} == {"shared-kneel"}
    assert "Shared  (yours)" in leanbreath(tmp_path, "list").stdout


def test_a_removed_file_is_kept_aside(tmp_path, folder):
    leanbreath(tmp_path, "add", str(folder))
    removed = leanbreath(tmp_path, "remove", "shared")
    assert removed.returncode == 0
    (kept,) = (tmp_path / "leanbreath" / "removed").iterdir()
    assert kept.read_text("utf-8") == SHARED and str(kept) in removed.stdout
    assert not (own(tmp_path) / "routines" / "shared.yaml").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("march", "comes with leanbreath"),
        ("shard", 'did you mean "shared"?'),
        ("shared-kneel", 'shared uses "shared-kneel"'),
    ],
)
def test_a_file_that_is_bundled_or_used_is_not_removed(tmp_path, folder, name, said):
    leanbreath(tmp_path, "add", str(folder))
    removed = leanbreath(tmp_path, "remove", name)
    assert removed.returncode == 1 and said in removed.stderr
    assert (own(tmp_path) / "library" / "hip" / "shared-kneel.yaml").exists()


def test_a_sound_pack_is_added_with_its_files(tmp_path):
    added = leanbreath(tmp_path, "add", str(bundled_folder("sounds") / "warm"))
    assert added.returncode == 0
    taken = tmp_path / "leanbreath" / "sounds" / "warm"
    assert {path.name for path in taken.iterdir()} == {
        path.name for path in (bundled_folder("sounds") / "warm").iterdir()
    }


def test_an_added_drill_may_name_only_drills_that_exist(tmp_path, folder):
    path = folder / "library" / "hip" / "shared-kneel.yaml"
    path.write_text(
        SHARED_DRILL.replace("knee-surgery: standing-hip-flexor-breath", "knee-surgery: standing-hip"), "utf-8"
    )
    added = leanbreath(tmp_path, "add", str(folder))
    assert added.returncode == 1
    assert 'no drill "standing-hip"; did you mean "standing-hip-flexor-breath"?' in added.stderr
