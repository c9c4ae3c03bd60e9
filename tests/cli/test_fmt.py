"""`leanbreath fmt` as a user types it: what is written, what is printed, and the exit code."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.home import PROGRAM, environment, leanbreath
from tests.terminal import ROOT
from tests.unprivileged import unprivileged

TIDY = "drill: mine\ntitle: Mine\ngoal: release\nposition: standing\nhold: 20s\n"
LOOSE = "title: Mine\r\ndrill: mine\r\ngoal: release\r\nposition: standing\r\nhold: '20s' \r\n"


def mine(folder: Path, text: str = LOOSE, name: str = "mine.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def piped(folder: Path, text: bytes, *options: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    command = [*PROGRAM, "fmt", *options, "-"]
    return subprocess.run(
        command, input=text, env=environment(folder, **more), cwd=ROOT, capture_output=True, timeout=60, check=False
    )


def test_a_formatted_file_is_named(tmp_path):
    path = mine(tmp_path)
    result = leanbreath(tmp_path, "fmt", str(path))
    assert (result.returncode, result.stdout, result.stderr) == (0, f"formatted {path}\n", "")
    assert path.read_bytes() == TIDY.encode()


def test_a_file_that_is_already_formatted_is_not_written(tmp_path):
    path = mine(tmp_path, TIDY)
    os.utime(path, ns=(1, 1))
    result = leanbreath(tmp_path, "fmt", str(path))
    assert (result.returncode, result.stdout, path.stat().st_mtime_ns) == (0, "", 1)


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_check_and_diff_write_nothing_and_exit_with_1_if_a_file_would_change(tmp_path, option):
    path = mine(tmp_path)
    result = leanbreath(tmp_path, "fmt", option, str(path))
    assert (result.returncode, path.read_bytes()) == (1, LOOSE.encode())
    assert str(path) in result.stdout
    assert leanbreath(tmp_path, "fmt", option, str(mine(tmp_path, TIDY))).returncode == 0


def test_diff_shows_every_line_that_would_change(tmp_path):
    shown = leanbreath(tmp_path, "fmt", "--diff", str(mine(tmp_path))).stdout.splitlines()
    assert {"-hold: '20s' ", "+hold: 20s"} <= set(shown)
    assert not {"-goal: release", "+goal: release"} & set(shown)


def test_a_diff_mentions_a_change_of_line_ends_alone(tmp_path):
    path = mine(tmp_path, TIDY.replace("\n", "\r\n"))
    assert leanbreath(tmp_path, "fmt", "--diff", str(path)).stdout == f"{path}: only line ends differ\n"


def test_a_file_with_a_mistake_is_left_alone_and_the_others_are_formatted(tmp_path):
    bad = mine(tmp_path / "all", "title: Bad\ndrill: bad\nhold: soon\n", "bad.yaml")
    good = mine(tmp_path / "all")
    result = leanbreath(tmp_path, "fmt", str(tmp_path / "all"))
    assert (result.returncode, result.stdout) == (1, f"formatted {good}\n")
    assert f'{bad}:3:7: "hold": "soon" is not a length' in result.stderr
    assert bad.read_text() == "title: Bad\ndrill: bad\nhold: soon\n"


def test_without_a_path_all_of_your_files_are_formatted(tmp_path):
    path = mine(tmp_path / "leanbreath" / "drills" / "library")
    assert leanbreath(tmp_path, "fmt").stdout == f"formatted {path}\n"
    assert path.read_text() == TIDY


def test_without_files_of_your_own_there_is_nothing_to_do(tmp_path):
    result = leanbreath(tmp_path, "fmt")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_the_bundled_files_are_formatted(tmp_path):
    result = leanbreath(tmp_path, "fmt", "--check", "drills/library", "drills/routines")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_other_yaml_is_skipped_in_a_folder_and_a_problem_by_name(tmp_path):
    other = mine(tmp_path / "all", "name:  'x'\n", "other.yaml")
    assert leanbreath(tmp_path, "fmt", str(tmp_path / "all")).returncode == 0
    result = leanbreath(tmp_path, "fmt", str(other))
    assert (result.returncode, result.stdout) == (1, "")
    assert "this file can't be formatted" in result.stderr
    assert other.read_text() == "name:  'x'\n"


def test_a_path_that_does_not_exist_exits_with_1(tmp_path):
    result = leanbreath(tmp_path, "fmt", "nowhere.yaml")
    assert (result.returncode, result.stdout) == (1, "")
    assert "no file or folder nowhere.yaml" in result.stderr


def test_a_link_stays_a_link_and_permissions_stay(tmp_path):
    path = mine(tmp_path / "real")
    path.chmod(0o640)
    link = tmp_path / "mine.yaml"
    link.symlink_to(path)
    assert leanbreath(tmp_path, "fmt", str(link)).returncode == 0
    assert link.is_symlink() and path.read_text() == TIDY and path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in path.parent.iterdir()] == ["mine.yaml"]


def test_standard_input_is_formatted_to_standard_output_and_may_have_any_id(tmp_path):
    result = piped(tmp_path, LOOSE.replace("Mine", "Für mich").encode(), PYTHONIOENCODING="ascii")
    assert (result.returncode, result.stdout) == (0, TIDY.replace("Mine", "Für mich").encode())


def test_standard_input_with_a_mistake_prints_nothing(tmp_path):
    result = piped(tmp_path, b"drill: mine\ntitle: Mine\nhold: soon\n")
    assert (result.returncode, result.stdout) == (1, b"")
    assert b"is not a length" in result.stderr


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_standard_input_can_be_checked_too(tmp_path, option):
    result = piped(tmp_path, LOOSE.encode(), option)
    assert result.returncode == 1 and b"standard input" in result.stdout
    assert piped(tmp_path, TIDY.encode(), option).returncode == 0


def test_standard_input_and_paths_exclude_each_other(tmp_path):
    assert leanbreath(tmp_path, "fmt", "-", str(mine(tmp_path))).returncode == 2


def test_drills_next_to_a_file_are_known_as_they_are_to_check(tmp_path):
    mine(tmp_path, TIDY)
    routine = mine(tmp_path, "title: Own\nroutine: own\nsteps:\n  - {drill: mine}\n", "own.yaml")
    result = leanbreath(tmp_path, "fmt", str(routine))
    assert (result.returncode, result.stdout, result.stderr) == (0, f"formatted {routine}\n", "")


def test_a_file_that_cannot_be_written_does_not_stop_the_others(tmp_path):
    first, second = mine(tmp_path / "first"), mine(tmp_path / "second")
    first.parent.chmod(0o500)
    command = unprivileged([*PROGRAM, "fmt", str(first), str(second)])
    result = subprocess.run(command, env=environment(tmp_path), capture_output=True, text=True, timeout=60, check=False)
    first.parent.chmod(0o700)
    assert (result.returncode, result.stdout) == (1, f"formatted {second}\n")


def test_a_path_that_does_not_exist_is_reported_before_anything_is_written(tmp_path):
    path = mine(tmp_path)
    assert leanbreath(tmp_path, "fmt", str(path), "nowhere.yaml").returncode == 1
    assert path.read_bytes() == LOOSE.encode()
