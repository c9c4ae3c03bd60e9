"""`leanbreath fmt`: lays out drills, routines, plans, poses and checks without changing what they mean."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from leanbreath.atomic_write import save
from leanbreath.authoring.formatter import format_text
from leanbreath.cli.report import print_problems
from leanbreath.presentation.terminal_text import escaped
from leanbreath.routine.library import SUFFIXES, Library
from leanbreath.routine.problems import InvalidRequest, Place, Problem, Problems
from leanbreath.routine.reader import ReadResult, file_content, file_kind, read_drill
from leanbreath.routine.reader.assessment import read_assessment
from leanbreath.routine.reader.pose import read_pose
from leanbreath.routine.reader.yaml_tree import LARGEST_FILE
from leanbreath.userdata.library import load_library
from leanbreath.userdata.paths import data_folder

STDIN = Path("-")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--check", is_flag=True, help="Write nothing; end with 1 if a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change, and end with 1 if anything would.")
def fmt(paths: tuple[Path, ...], check: bool, diff: bool) -> int:
    """Lay out files and folders, or all that is yours: short forms, quoted prose, keys in order.

    With - it reads standard input and writes to standard output, for editors. Comments and blank lines stay, and a
    file with a mistake stays as it is.
    """
    found = load_library()
    if STDIN in paths:
        if len(paths) > 1:
            raise click.UsageError("- stands alone")
        return _standard_input(found, check, diff)
    ends = [_file(found, file, check, diff) for file in _files(paths or (data_folder() / "drills",))]
    return int("wrong" in ends or ((check or diff) and "changed" in ends))


def _standard_input(found: Library, check: bool, diff: bool) -> int:
    raw = sys.stdin.buffer.read(LARGEST_FILE + 1)
    text = _formatted(found, raw, None)
    if not (check or diff):
        click.echo(text.encode(), nl=False)
        return 0
    changed = text.encode() != raw
    if changed:
        _tell("standard input", raw, text, check, diff)
    return int(changed)


def _file(found: Library, file: Path, check: bool, diff: bool) -> str:
    """Lay out a file, and return how that ended; one with a mistake keeps no other from its turn."""
    try:
        raw = _raw(file)
        text = _formatted(found, raw, file)
    except Problems as problems:
        print_problems(problems.problems)
        return "wrong"
    if text.encode() == raw:
        return "same"
    if not (check or diff):
        save(file, text)
    _tell(str(file), raw, text, check, diff)
    return "changed"


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.suffix in SUFFIXES and _is_meant(file))
        elif path.exists() or path.is_symlink():
            yield path
        elif path != data_folder() / "drills":
            raise InvalidRequest(f"there is no file or folder {escaped(str(path))}")


def _is_meant(file: Path) -> bool:
    """Return whether a file of a folder is to be laid out; one that cannot be read is, so that it is told."""
    raw = file_content(file)
    return isinstance(raw, Problem) or file_kind(raw, str(file)) in ("drill", "routine", "plan", "pose", "assessment")


def _raw(file: Path) -> bytes:
    raw = file_content(file)
    if isinstance(raw, Problem):
        raise Problems([raw])
    return raw


def _formatted(found: Library, raw: bytes, file: Path | None) -> str:
    """Return the laid out text; raise `Problems` where there is a mistake, loudly if the meaning came to change."""
    before = _read(found, raw, file)
    if before.value is None or before.problems:
        raise Problems(before.problems)
    text = format_text(before.text)
    after = _read(found, text.encode(), file)
    if after.problems or after.value != before.value:
        raise AssertionError(f"laying out {file or 'this text'} would change what it means")
    return text


def _read(found: Library, raw: bytes, file: Path | None) -> ReadResult[Any]:
    kind = file_kind(raw, str(file))
    path = file or Path(f"{_id(raw, kind)}.yaml")
    match kind:
        case "drill":
            return read_drill(raw, str(path))
        case "pose":
            return read_pose(raw, str(path))
        case "assessment":
            return read_assessment(raw, str(path))
        case "plan":
            return found.plan_from(raw, path)
        case "routine":
            return found.routine_from(raw, path)
    message = f"a file of {kind} is not laid out" if kind else "this is no drill, routine, plan, pose or assessment"
    raise Problems([Problem(Place(str(path)), message, "name a drill, a routine, a plan, a pose or an assessment")])


def _id(raw: bytes, kind: str | None) -> str:
    """Return the id that a text gives itself, which has no file name to agree with."""
    prefix = f"{kind}:".encode()
    line = next((line for line in raw.removeprefix(b"\xef\xbb\xbf").splitlines() if line.startswith(prefix)), prefix)
    return line.removeprefix(prefix).decode("utf-8", "replace").partition("#")[0].strip(" \"'") or "-"


def _tell(name: str, raw: bytes, after: str, check: bool, diff: bool) -> None:
    """Print what changed: the difference, or the name; a change of line ends alone has no lines to show."""
    if diff:
        from difflib import unified_diff

        before = raw.decode("utf-8-sig").splitlines()
        lines = list(unified_diff(before, after.splitlines(), name, name, lineterm="", n=2))
        click.echo("\n".join(map(escaped, lines)) or f"{escaped(name)}: the ends of lines, or of the file")
    else:
        click.echo(f"{'would lay out' if check else 'laid out'} {escaped(name)}")
