"""Hostile and sloppy files: one clear problem each, within 200 MB of memory, never a traceback, never a hang."""

import os
import resource
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.home import PROGRAM, environment, leanbreath
from tests.quick_cases import quick_values
from tests.terminal import ROOT

MEMORY = 200_000_000
STEPS = b"routine: x\ntitle: X\nsteps:\n"
HEAD = b"drill: x\ntitle: X\ngoal: release\nposition: standing\nhold: 30s\n"


def check(home: Path, *paths: str) -> subprocess.CompletedProcess[str]:
    """Run `check` with no more than 200 MB of address space."""
    return subprocess.run(
        [*PROGRAM, "check", *paths],
        env=environment(home),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )


def bomb() -> bytes:
    """Return nine anchors, each of which holds the one before nine times."""
    lines = [b"a0: &a0 [x]\n"]
    lines += [b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 10)]
    return HEAD + b"".join(lines)


BIG: dict[str, tuple[Callable[[], bytes], str]] = {
    "100 MB of text": (
        lambda: HEAD + b"why: |\n" + b"  more and more words\n" * 4_600_000,
        "larger than 1,000,000 bytes",
    ),
    "100 MB without a line end": (lambda: b"a" * 100_000_000, "larger than 1,000,000 bytes"),
    "10,000 deep in brackets": (lambda: HEAD + b"why: " + b"[" * 10_000 + b"]" * 10_000, "nested more than"),
    "10,000 deep in braces": (lambda: HEAD + b"why: " + b"{a: " * 10_000 + b"}" * 10_000, "nested more than"),
    "10,000 deep in hyphens": (lambda: HEAD + b"why:\n  " + b"- " * 10_000 + b"x\n", "nested more than"),
    "1,000 deep by indentation": (
        lambda: HEAD + b"why:\n" + b"".join(b" " * n + b"a:\n" for n in range(1, 1_000)),
        "nested more than",
    ),
    "an alias bomb": (bomb, "more than 50,000 values"),
    "200,000 values": (lambda: HEAD + b"targets: [" + b"a," * 200_000 + b"a]\n", "more than 50,000 values"),
    "20,000 keys": (lambda: HEAD + b"".join(b"key-%d: x\n" % n for n in range(20_000)), 'unknown key "k'),
    "a key of 100,000 letters": (lambda: HEAD + b"? " + b"k" * 100_000 + b"\n: x\n", 'unknown key "k'),
    "a line of 900,000 letters": (lambda: HEAD + b"figure: " + b"f" * 900_000 + b"\n", "900,000 characters"),
    "a number of 900,000 digits": (lambda: HEAD.replace(b"30s", b"9" * 900_000), "900,000 characters"),
    "UTF-16": (lambda: HEAD.decode().encode("utf-16"), "not UTF-8"),
    "Latin-1": (lambda: HEAD + "why: früh\n".encode("latin-1"), "not UTF-8"),
    "null bytes": (lambda: HEAD + b"why: \x00\n", "a null character (U+0000)"),
    "nothing but a byte order mark": (lambda: b"\xef\xbb\xbf", "the file is empty"),
    "ten thousand breaths a thousand times": (
        lambda: (
            b"routine: x\ntitle: X\nsteps:\n"
            + b"  - {repeat: 9999, steps: [{drill: standing-soft-belly, breath: 1-1 x 999}]}\n"
        ),
        "more than 50,000",
    ),
    "eight lines in each of 7,000 breaths": (
        lambda: HEAD.replace(b"hold: 30s", b"breath: 1-1 x 7000") + b"cues:\n" + b"  - {at: inhale, say: Hi}\n" * 8,
        "more than 50,000",
    ),
    "12,000 steps": (lambda: STEPS + b"  - {drill: march}\n" * 12_000, "more than 5,000"),
    "24,000 words that are not known": (
        lambda: HEAD + b"targets:\n" + b"".join(b"  - hip-flexxor%d\n" % n for n in range(24_000)),
        "1,000 mistakes come before this one",
    ),
    "9,000 steps with a key that is not known": (
        lambda: STEPS + b"".join(b"  - {drill: march, tiem%d: 3}\n" % n for n in range(9_000)),
        "1,000 mistakes come before this one",
    ),
    "12,000 drills that are not there": (
        lambda: STEPS + b"".join(b"  - {drill: mar%dhc}\n" % n for n in range(12_000)),
        "1,000 mistakes come before this one",
    ),
    "24,000 times one key": (lambda: HEAD + b"a: b\n" * 24_000, "1,000 mistakes come before this one"),
}


@pytest.mark.parametrize("name", quick_values(BIG, *list(BIG)[:4]))
def test_a_huge_or_strange_file_is_reported_in_little_memory(tmp_path: Path, name: str) -> None:
    made, said = BIG[name]
    (tmp_path / "x.yaml").write_bytes(made())
    result = check(tmp_path, str(tmp_path / "x.yaml"))
    assert (result.returncode, result.stderr) == (1, "")
    assert said in result.stdout and "Traceback" not in result.stdout


def test_devices_and_folders_are_not_read_as_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "lost.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    (tmp_path / "zero.yaml").symlink_to("/dev/zero")
    names = ("pipe.yaml", "lost.yaml", "loop.yaml", "zero.yaml")
    result = check(tmp_path, *(str(tmp_path / name) for name in names))
    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout.endswith("4 files: 4 errors\n")
    assert result.stdout.count("this is not a file") == 2 and result.stdout.count("the file cannot be read") == 2


UNREADABLE = """
import os, sys
from pathlib import Path
from leanbreath.routine.reader import file_content
if os.geteuid() == 0:
    os.setuid(65534)  # root may read everything
print(file_content(Path(sys.argv[1])))
"""


def test_a_file_without_read_permission_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "secret.yaml"
    path.write_bytes(HEAD)
    path.chmod(0)
    command = [*PROGRAM[:1], "-c", UNREADABLE, str(path)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=30)
    assert "the file cannot be read: Permission denied" in result.stdout


NAMES = {
    "an escape": "\x1b[31mred\x1b[2J.yaml",
    "a line end": "two\nlines.yaml",
    "a mark that turns the reading direction": "abc\u202egnp.yaml",
    "Rich markup": "[bold]x[red]y[.yaml",
    "bytes that are no UTF-8": os.fsdecode(b"caf\xe9.yaml"),
}


@pytest.mark.parametrize("name", NAMES)
def test_control_characters_in_a_file_name_are_escaped(tmp_path: Path, name: str) -> None:
    path = tmp_path / NAMES[name]
    path.write_bytes(b"drill: x\n\x07")
    for arguments in ((str(path),), (str(tmp_path),), ("--json", str(path))):
        result = leanbreath(tmp_path, "check", *arguments)
        assert (result.returncode, result.stderr) == (1, "")
        assert all(letter.isprintable() or letter == "\n" for letter in result.stdout)
    if "markup" in name:
        assert NAMES[name] in result.stdout


def test_characters_that_reverse_the_reading_direction_are_escaped(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(HEAD.decode().replace("title: X", "title: X\nti\u202etle: Y \u2066"), "utf-8")
    result = leanbreath(tmp_path, "check", str(tmp_path / "x.yaml"))
    assert "ti\\u202etle" in result.stdout and "\u202e" not in result.stdout and "\u2066" not in result.stdout


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("hold: .inf", '".inf" is not a length'),
        ("hold: .nan", '".nan" is not a length'),
        ("hold: 1e999", '"1e999" is not a length'),
        ("hold: -5s", '"-5s" is not a length'),
        ("hold: 0", '"0" takes no time'),
        ("hold: 0o17", '"0o17" is not a length'),
        ("hold: 0x1F", '"0x1F" is not a length'),
        ("hold: 1_000", '"1_000" is not a length'),
        ("hold: 2026-01-01", '"2026-01-01" is not a length'),
        ("hold: no", '"no" is not a length'),
        ("hold: 99999999999s", "is not a length"),
        ("hold: ３０s", "is not a length"),
        ("hold: 30s\nsets: 0", '"0" is not a whole number'),
        ("hold: 30s\nsets: -1", '"-1" is not a whole number'),
        ("hold: 30s\npassive-exhale: on", 'expected true or false, not "on"'),
    ],
)
def test_invalid_numbers_and_traps_of_older_yaml_are_reported(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "x.yaml").write_text(HEAD.decode().replace("hold: 30s", line), "utf-8")
    result = leanbreath(tmp_path, "check", str(tmp_path / "x.yaml"))
    assert result.returncode == 1 and said in result.stdout


def test_booleans_of_older_yaml_are_text(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(HEAD.decode().replace("title: X", "title: no").replace("30s", "4:30"), "utf-8")
    assert leanbreath(tmp_path, "check", str(tmp_path / "x.yaml")).returncode == 0


def test_a_cycle_of_includes_is_shown_as_a_chain(tmp_path: Path) -> None:
    for name, other in (("a", "b"), ("b", "c"), ("c", "a")):
        (tmp_path / f"{name}.yaml").write_text(f"routine: {name}\ntitle: X\nsteps:\n  - {{include: {other}.yaml}}\n")
    result = leanbreath(tmp_path, "check", str(tmp_path / "a.yaml"))
    assert result.returncode == 1
    assert "this include leads back to itself: a → b → c → a; remove one of them" in result.stdout


@pytest.mark.parametrize("arguments", [("check", "{pack}/pack.yaml"), ("run", "focus-head", "--plain", "--pack", "p")])
def test_a_pipe_as_a_sound_of_a_pack_is_a_problem_and_never_hangs(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    pack = tmp_path / "leanbreath" / "sounds" / "p"
    shutil.copytree(ROOT / "sounds" / "warm", pack)
    (pack / "pack.yaml").write_text((pack / "pack.yaml").read_text().replace("pack: warm", "pack: p"))
    (pack / "tick.wav").unlink()
    os.mkfifo(pack / "tick.wav")
    result = leanbreath(tmp_path, *(each.format(pack=pack) for each in arguments))
    assert result.returncode == 1
    assert "it is not a file" in result.stdout + result.stderr
