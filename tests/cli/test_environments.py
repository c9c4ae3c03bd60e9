"""Every command in every environment: no traceback, the right exit code, and a clear message."""

import os
import signal
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from leanbreath.userdata.paths import FOLDERS
from tests.home import PROGRAM, at_terminal, environment
from tests.quick_cases import quick_values
from tests.terminal import ROOT

ROUTINE = """\
routine: short
title: Two short holds → naïve
steps:
  - {title: First hold, hold: 0.3s}
  - {title: Second hold →, hold: 1s, sides: each}
"""

RUN = ("run", "short.yaml", "--plain", "--speed", "100")
READING = {
    "list": ("list",),
    "help": ("--help",),
    "home": (),
    "show": ("show", "march"),
    "check": ("check", "short.yaml"),
    "cues": ("cues", "short.yaml"),
    "figure": ("figure", "march"),
    "plan": ("plan", "eight-weeks"),
    "history": ("history",),
    "diary": ("diary", "check"),
    "schema": ("schema", "drill"),
    "doctor": ("doctor", "--no-play"),
    "fmt": ("fmt", "--check"),
}
WRITING = {
    "new": ("new", "drill", "mine"),
    "add": ("add", "short.yaml"),
    "render": ("render", "short.yaml", "--no-voice", "-o", "short.wav"),
}
COMMANDS = {"run": RUN} | READING | WRITING


class Environment(NamedTuple):
    """What differs from an ordinary environment, and what the program does there.

    `shell` is what a shell adds to the command, `{}`; a variable that is None is not set; `before` runs in the new
    process. `code` is the exit code, and `said` a part of what is printed on standard error.
    """

    shell: str = "exec {}"
    variables: Mapping[str, str | None] = {}
    before: Callable[[], None] | None = None
    code: int = 0
    said: str = ""


NO_ROOM = Environment("exec {} >/dev/full", code=1, said="cannot write the output: No space left on device")
STREAMS = {
    "closed standard output": Environment("exec {} >&-"),
    "closed standard error": Environment("exec {} 2>&-"),
    "closed standard input": Environment("exec {} <&-"),
    "nothing open": Environment("exec {} <&- >&- 2>&-"),
    "output to a full disk": NO_ROOM,
    "messages to a full disk": Environment("exec {} 2>/dev/full"),
    "everything to a full disk": Environment("exec {} >/dev/full 2>&1", code=1),
    "an output that can't be written": Environment("exec {} 1</dev/null", code=1, said="Bad file descriptor"),
    "a reader that has gone": Environment("{{ {}; echo $? >code; }} | true; exit $(cat code)", code=141),
    "the same, where that is no signal": Environment(
        "trap '' PIPE; {{ {}; echo $? >code; }} | true; exit $(cat code)", code=141
    ),
    "ASCII": Environment(variables={"PYTHONIOENCODING": "ascii"}),
    "Windows' code page": Environment(variables={"PYTHONIOENCODING": "cp1252"}),
    "the locale C without UTF-8": Environment(
        variables={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ),
}


UNKNOWN_USER = (
    "exec setpriv --reuid 12345 --clear-groups --inh-caps=+dac_read_search --ambient-caps=+dac_read_search {}"
)
"""A user of whom the system knows nothing; they may read everything, so that the program can be started."""

NO_PRIVILEGES = "exec setpriv --bounding-set=-dac_override,-dac_read_search,-fowner {}"
"""Even the superuser obeys permissions."""

NO_VARIABLES: dict[str, str | None] = dict.fromkeys(FOLDERS)
RELATIVE: dict[str, str | None] = dict.fromkeys(FOLDERS[1:], "relative")
DISK = """exec unshare -m sh -c 'mount -t tmpfs -o %s none "$HOME" && cd "$HOME" && exec "$@"' sh {}"""
"""A disk of its own at the home folder."""

UNWRITABLE = {
    "no home and no entry for the user": Environment(
        UNKNOWN_USER, NO_VARIABLES, said="no home folder was found; set HOME"
    ),
    "a home that doesn't exist": Environment(
        UNKNOWN_USER, NO_VARIABLES | {"HOME": "/nowhere"}, said="HOME to a folder"
    ),
    "a home that is a file": Environment(
        variables=NO_VARIABLES | {"HOME": "/etc/hostname"}, said="Not a directory; set HOME to a folder"
    ),
    "a folder that can't be written": Environment(
        f"chmod 500 .; {NO_PRIVILEGES}", said="Permission denied; change the permissions of {home}, or set HOME"
    ),
    "a folder of another user": Environment(UNKNOWN_USER, said="Permission denied; change the permissions of {home}"),
    "a full disk": Environment(DISK % "size=16k", said="No space left on device; free some space on"),
    "a disk that can only be read": Environment(
        DISK % "ro",
        said="Read-only file system; this disk can only be read; name a folder elsewhere, or set HOME to one",
    ),
    "a limit on the length of files": Environment(
        "ulimit -f 0; exec {}", said="File too large; free some space on this disk"
    ),
}
"""Environments in which nothing can be saved; `{home}` is the home folder."""


ODDITIES = {
    "a folder that has been deleted": Environment('mkdir gone; cd gone; rmdir "$PWD"; exec {}'),
    "a time zone that doesn't exist": Environment(variables={"TZ": "nonsense"}),
    "few open files": Environment("ulimit -n 20; exec {}"),
    "no folder for temporary files": Environment(variables={"TMPDIR": "/nowhere"}),
    "relative folders": Environment(variables=RELATIVE),
    "little memory": Environment("ulimit -v 300000; exec {}"),
    "no terminal type": Environment(variables={"TERM": None}),
    "an unknown terminal type": Environment(variables={"TERM": "unheard-of"}),
}
UNREADABLE = Environment(f"mkdir leanbreath; chmod 000 leanbreath; {NO_PRIVILEGES}", code=1)


def run_in(place: Environment, home: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end, in a folder of its own."""
    (home / "short.yaml").write_text(ROUTINE, "utf-8")
    variables = {**environment(home), **place.variables}
    return subprocess.run(
        ["sh", "-c", place.shell.format('"$@"'), "sh", *PROGRAM, *arguments],
        env={name: value for name, value in variables.items() if value is not None},
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
        preexec_fn=place.before,
    )


def require(place: Environment, result: subprocess.CompletedProcess[bytes]) -> None:
    """Require what the table says."""
    said = result.stderr.decode("utf-8", "replace")
    assert not any(word in said for word in ("Traceback", "internal error", "Exception ignored"))
    assert (result.returncode, place.said in said) == (place.code, True), said


@pytest.mark.parametrize("name", quick_values(STREAMS, *list(STREAMS)[::3]))
def test_streams_of_any_kind_end_no_session(tmp_path: Path, name: str) -> None:
    require(STREAMS[name], run_in(STREAMS[name], tmp_path, *RUN))


@pytest.mark.slow
@pytest.mark.parametrize("command", READING | WRITING)
@pytest.mark.parametrize("name", STREAMS)
def test_streams_of_any_kind_end_no_command(tmp_path: Path, name: str, command: str) -> None:
    place = STREAMS[name]._replace(**({"code": 0, "said": ""} if command == "fmt" else {}))  # it prints nothing
    require(place, run_in(place, tmp_path, *COMMANDS[command]))


BROKEN = {
    "miniaudio": ("raise ImportError('no ready-made package')", "No sound: "),
    "numpy": ("raise ImportError('numpy is broken')", "No sound: a package is missing or broken (numpy is broken)"),
}
"""Packages that can't be imported: what stands in their place, and the notice."""


@pytest.mark.parametrize("package", quick_values(BROKEN, "numpy"))
def test_a_package_of_sound_that_cant_be_used_leaves_the_session_silent(tmp_path: Path, package: str) -> None:
    code, said = BROKEN[package]
    (tmp_path / f"{package}.py").write_text(code)
    place = Environment(variables={"PYTHONPATH": f"{tmp_path}:{ROOT}"}, said=said)
    require(place, run_in(place, tmp_path, "run", "short.yaml", "--plain", "--output", "auto"))


def test_doctor_says_how_to_get_a_package_of_sound_and_what_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "miniaudio.py").write_text("raise OSError('no shared library')")
    place = Environment(variables={"PYTHONPATH": f"{tmp_path}:{ROOT}", "PYTHONIOENCODING": "ascii"})
    report = run_in(place, tmp_path, "doctor", "--no-play").stdout.decode()
    assert "the package miniaudio can't be used (no shared library); with a C compiler, install it with" in report
    assert f"{tmp_path} can be written" in report and "ascii; some characters are replaced: set PYTHONUTF8=1" in report


needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user and mount disks")


@needs_root
@pytest.mark.parametrize("name", UNWRITABLE)
def test_where_nothing_can_be_saved_the_message_names_place_and_fix(tmp_path: Path, name: str) -> None:
    place = UNWRITABLE[name]._replace(code=1, said=UNWRITABLE[name].said.format(home=tmp_path))
    require(place, run_in(place, tmp_path, *WRITING["new"]))
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "short.yaml"]


@needs_root
@pytest.mark.slow
@pytest.mark.parametrize("command", [name for name, words in READING.items() if "short.yaml" not in words])
@pytest.mark.parametrize("name", UNWRITABLE)
def test_reading_needs_no_writing(tmp_path: Path, name: str, command: str) -> None:
    place = UNWRITABLE[name]._replace(said="")
    require(place, run_in(place, tmp_path, *READING[command]))


@needs_root
@pytest.mark.parametrize("command", ["list", "history"])
def test_a_folder_that_cant_be_read_is_named_with_a_fix(tmp_path: Path, command: str) -> None:
    place = UNREADABLE._replace(said=f"Permission denied; change the permissions of {tmp_path}/leanbreath, or set HOME")
    require(place, run_in(place, tmp_path, *COMMANDS[command]))
    (tmp_path / "leanbreath").chmod(0o700)


@pytest.mark.parametrize("name", ODDITIES)
def test_an_odd_environment_changes_nothing(tmp_path: Path, name: str) -> None:
    path = tmp_path / "short.yaml"
    require(ODDITIES[name], run_in(ODDITIES[name], tmp_path, "run", str(path), "--plain", "--speed", "100"))
    assert [each.name for each in tmp_path.rglob("relative")] == []


def test_paths_that_are_no_utf_8_are_read_and_written(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    (folder / "short.yaml").write_text(ROUTINE, "utf-8")
    require(
        Environment(), run_in(Environment(), tmp_path, "run", str(folder / "short.yaml"), "--plain", "--speed", "100")
    )
    require(Environment(), run_in(Environment(), folder, *WRITING["new"]))
    assert (folder / "leanbreath/drills/library/mine.yaml").is_file()


@pytest.mark.parametrize("arguments", [("run", "short.yaml", "--output", "silent", "--at-once"), ()])
def test_a_terminal_of_one_character_ends_in_order(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "short.yaml").write_text(ROUTINE, "utf-8")
    arguments = tuple(str(tmp_path / each) if each == "short.yaml" else each for each in arguments)
    terminal = at_terminal(tmp_path, *arguments, columns=1, rows=1)
    terminal.wait_for(lambda: "\x1b[?1049h" in terminal.text())
    terminal.signal(signal.SIGTERM)
    assert terminal.end() == 143
    assert "Traceback" not in terminal.text() and "\x1b[?1049l" in terminal.text()


def test_a_session_whose_output_cant_be_written_is_played_to_its_end(tmp_path: Path) -> None:
    require(NO_ROOM, run_in(NO_ROOM, tmp_path, "run", "short.yaml", "--plain", "--output", "silent", "--at-once"))
    assert b"done" in run_in(Environment(), tmp_path, "history", "--json").stdout


ASCII = {
    "run": "Two short holds > naive",
    "figure": "..#######...",
}


@pytest.mark.parametrize("command", ASCII)
def test_what_an_encoding_lacks_is_replaced_by_something_similar(tmp_path: Path, command: str) -> None:
    result = run_in(STREAMS["ASCII"], tmp_path, *COMMANDS[command])
    assert ASCII[command] in result.stdout.decode("ascii")
