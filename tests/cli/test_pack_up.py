"""`leanbreath pack-up`: the files of the pinned routines, again only where something has changed."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from leanbreath.take_along.pack_manifest import MANIFEST
from tests.home import PROGRAM, at_terminal, environment, leanbreath
from tests.terminal import ROOT
from tests.unprivileged import unprivileged

ROUTINE = """\
routine: {id}
title: {title}
steps:
  - {{title: Rocks, reps: 2 @ 1s, figure: {pose}}}
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home with two short routines in its library, both pinned; sounds are tones."""
    for id in ("first", "second"):
        write_routine(tmp_path, id, f"The {id} routine")
    pin(tmp_path, "first", "second")
    (tmp_path / "leanbreath" / "settings.yaml").write_text("sound: {cues: tones}\n")
    return tmp_path


def write_routine(home: Path, id: str, title: str, pose: str = "standing") -> None:
    folder = home / "leanbreath" / "drills" / "routines"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{id}.yaml").write_text(ROUTINE.format(id=id, title=title, pose=pose))


def pin(home: Path, *ids: str) -> None:
    (home / "leanbreath" / "pinned.txt").write_text("".join(f"{id}\n" for id in ids))


def pack(home: Path, *arguments: str, folder: str = "phone") -> dict[str, str]:
    """Pack a folder and return what became of each file."""
    done = leanbreath(home, "pack-up", str(home / folder), *arguments)
    assert done.returncode == 0, done.stderr
    return states(done.stdout)


def states(printed: str) -> dict[str, str]:
    return {name: state for state, name in map(str.split, printed.splitlines())}


def watched(home: Path) -> tuple[dict[str, str], str]:
    """Pack the folder `phone` in a program of its own; return also which costly modules it has imported."""
    report = (
        "import atexit, sys; atexit.register(lambda: print('-', {*sys.modules} & {'numpy', 'soundfile', 'textual'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"{report}; from leanbreath.cli import main; main()", "pack-up", str(home / "phone")],
        env=environment(home),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    *lines, imported = done.stdout.splitlines()
    return states("\n".join(lines)), imported


def test_a_second_run_does_nothing_and_a_later_one_renews_what_changed(home):
    first = pack(home)
    files = [f"{id}{suffix}" for id in ("first", "second") for suffix in (".html", ".mp3", ".pdf")]
    assert first == dict.fromkeys((*files, "lean.html", "index.html"), "written")
    assert watched(home) == (dict.fromkeys(first, "unchanged"), "- set()")
    write_routine(home, "second", "Another title")
    renewed = {name: "renewed" for name in first if name.startswith(("second", "index"))}
    assert pack(home) == dict.fromkeys(first, "unchanged") | renewed
    assert "Another title" in (home / "phone" / "index.html").read_text()


def test_names_replace_the_pins_and_files_are_the_same_wherever_they_are_packed(home):
    first = pack(home)
    assert set(pack(home, "second", folder="elsewhere").values()) == {"written"}
    same = {name for name in first if (home / "elsewhere" / name).exists()} - {"index.html"}
    assert same == {"second.html", "second.mp3", "second.pdf", "lean.html"}
    assert all((home / "elsewhere" / name).read_bytes() == (home / "phone" / name).read_bytes() for name in same)
    removed = {name: "removed" for name in first if name.startswith("first")}
    assert pack(home, "second") == dict.fromkeys(first, "unchanged") | removed | {"index.html": "renewed"}


@pytest.mark.parametrize(
    ("pins", "said"),
    [
        ((), "no routine is pinned; press p on a routine on the home screen (leanbreath), or name some"),
        (("# a comment", "gone-away"), "no routine is pinned"),
        (("first", "broken"), "broken.yaml:4:"),
    ],
)
def test_what_cannot_be_packed_is_reported_and_nothing_is_written(home, pins, said):
    write_routine(home, "broken", "Broken", pose="[")
    pin(home, *pins)
    done = leanbreath(home, "pack-up", str(home / "phone"))
    assert done.returncode == 1 and said in done.stderr and not (home / "phone").exists()


def test_the_folder_must_be_one(home):
    (home / "file").write_text("")
    done = leanbreath(home, "pack-up", str(home / "file"))
    assert done.returncode == 2 and "is a file" in done.stderr


def test_a_folder_that_can_only_be_read_is_said_before_anything_is_made(home):
    (home / "phone").mkdir(mode=0o555)
    done = subprocess.run(
        unprivileged([*PROGRAM, "pack-up", str(home / "phone")]),
        env=environment(home),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    said = f"leanbreath: {home}/phone can only be read; change its permissions, or choose another folder\n"
    assert (done.returncode, done.stderr) == (1, said) and list((home / "phone").iterdir()) == []


def test_two_routines_with_one_id_are_refused(home):
    (home / "first.yaml").write_text(ROUTINE.format(id="first", title="A namesake", pose="standing"))
    done = leanbreath(home, "pack-up", str(home / "phone"), "first", str(home / "first.yaml"))
    assert done.returncode == 1 and 'two of these routines have the id "first"' in done.stderr


def test_ctrl_c_leaves_whole_files(home):
    terminal = at_terminal(home, "pack-up", str(home / "phone"), "first", "daily-12", "--cues", "tones")
    terminal.wait_for(lambda: (home / "phone" / MANIFEST).exists())
    terminal.signal(signal.SIGINT)
    assert terminal.end() == 130 and not list((home / "phone").glob(".*"))
    listed = json.loads((home / "phone" / MANIFEST).read_text())["files"]
    assert "daily-12.mp3" not in listed and "index.html" not in listed
