"""`leanbreath fmt`: lays out drills, routines and plans without changing what they mean."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from leanbreath.authoring.fmt import laid_out
from leanbreath.cli.faults import Mistake
from leanbreath.cli.folders import data_folder, library
from leanbreath.cli.report import escaped
from leanbreath.cli.saving import save
from leanbreath.routine.library import SUFFIXES, Library
from leanbreath.routine.problems import Place, Problem, Problems
from leanbreath.routine.reader import Reading, contents, kind_of, read_drill
from leanbreath.routine.reader.tree import LARGEST_FILE


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--check", is_flag=True, help="Write nothing; end with 1 if a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
def fmt(paths: tuple[Path, ...], check: bool, diff: bool) -> int:
    """Lay out files and folders, or all that is yours: short forms, quoted prose, keys in order.

    With - it reads standard input and writes to standard output, for editors. Comments and blank lines stay.
    """
    found = library()
    if paths == (Path("-"),):
        click.echo(_formatted(found, sys.stdin.buffer.read(LARGEST_FILE + 1), None), nl=False)
        return 0
    changed = 0
    for file in _files(paths or (data_folder() / "drills",)):
        raw = _raw(file)
        text = _formatted(found, raw, file)
        if text.encode() != raw:
            changed += 1
            _tell(file, raw.decode("utf-8-sig"), text, check, diff)
            if not (check or diff):
                save(file, text)
    return int(bool(changed) and (check or diff))


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.suffix in SUFFIXES and _kind(file))
        elif path.exists():
            yield path
        elif path != data_folder() / "drills":
            raise Mistake(f"there is no file or folder {path}")


def _kind(file: Path) -> bool:
    raw = contents(file)
    return not isinstance(raw, Problem) and kind_of(raw, str(file)) in ("drill", "routine", "plan")


def _raw(file: Path) -> bytes:
    raw = contents(file)
    if isinstance(raw, Problem):
        raise Problems([raw])
    return raw


def _formatted(found: Library, raw: bytes, file: Path | None) -> str:
    """Return the laid out text; raise `Problems` where there is a mistake, loudly if the meaning came to change."""
    before = _read(found, raw, file)
    if before.value is None or before.problems:
        raise Problems(before.problems)
    text = laid_out(raw.decode("utf-8-sig"))
    if _read(found, text.encode(), file).value != before.value:
        raise AssertionError(f"laying out {file or 'this text'} would change what it means")
    return text


def _read(found: Library, raw: bytes, file: Path | None) -> Reading[Any]:
    kind = kind_of(raw, str(file))
    path = file or Path(f"{_id(raw, kind)}.yaml")
    match kind:
        case "drill":
            return read_drill(raw, str(path))
        case "plan":
            return found.plan_in(raw, path)
        case "routine" | None:
            return found.routine_in(raw, path)
    raise Problems([Problem(Place(str(path)), f"a {kind} is not laid out", "name a drill, a routine or a plan")])


def _id(raw: bytes, kind: str | None) -> str:
    """Return the id that a text gives itself, which has no file name to agree with."""
    prefix = f"{kind}:".encode()
    line = next((line for line in raw.splitlines() if line.startswith(prefix)), prefix)
    return line.removeprefix(prefix).decode("utf-8", "replace").partition("#")[0].strip(" \"'") or "-"


def _tell(file: Path, before: str, after: str, check: bool, diff: bool) -> None:
    if diff:
        from difflib import unified_diff

        lines = unified_diff(before.splitlines(), after.splitlines(), str(file), str(file), lineterm="", n=2)
        click.echo("\n".join(map(escaped, lines)))
    else:
        click.echo(f"{'would lay out' if check else 'laid out'} {escaped(str(file))}")
