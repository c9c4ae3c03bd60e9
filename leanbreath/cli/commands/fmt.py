"""`leanbreath fmt`: formats files without changing what they mean."""

import sys
from pathlib import Path
from typing import Literal

import click

from leanbreath.atomic_write import save
from leanbreath.authoring.format_files import Formatted, diff_lines, files_to_format, format_content, format_file
from leanbreath.cli.report import print_lines, print_message, print_problems, print_text
from leanbreath.routine.library import Library
from leanbreath.routine.problems import InvalidRequest, Problems
from leanbreath.routine.reader.yaml_tree import LARGEST_FILE
from leanbreath.userdata.library import load_library
from leanbreath.userdata.paths import data_folder

STDIN = Path("-")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if any file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change, and exit with 1 if anything would.")
def fmt(paths: tuple[Path, ...], check: bool, diff: bool) -> int:
    """Format your files.

    Name files and folders, or none to format all of yours. It shortens notations, quotes
    prose and puts keys in order; comments and blank lines stay. Files with mistakes are left alone.

    Use - to format standard input, for editors.
    """
    library = load_library()
    if STDIN in paths:
        if len(paths) > 1:
            raise click.UsageError("use - alone, without other paths")
        return _format_stdin(library, check, diff)
    own = data_folder() / "drills"
    outcomes = [
        _format(library, file, check, diff) for file in files_to_format(library, paths or [own][: own.exists()])
    ]
    return int("invalid" in outcomes or ((check or diff) and "changed" in outcomes))


def _format_stdin(library: Library, check: bool, diff: bool) -> int:
    formatted = format_content(library, _stdin_content())
    if not (check or diff):
        print_text(formatted.text)
        return 0
    if formatted.is_changed:
        _report(formatted, "standard input", check, diff)
    return int(formatted.is_changed)


def _stdin_content() -> bytes:
    if sys.stdin is None:
        raise InvalidRequest("standard input is closed")
    try:
        return sys.stdin.buffer.read(LARGEST_FILE + 1)
    except OSError as error:
        raise InvalidRequest(f"cannot read standard input: {error.strerror}") from error


def _format(library: Library, file: Path, check: bool, diff: bool) -> Literal["invalid", "unchanged", "changed"]:
    try:
        formatted = format_file(library, file)
        if formatted.is_changed and not (check or diff):
            save(file, formatted.text)
    except Problems as problems:
        print_problems(problems.problems)
        return "invalid"
    except InvalidRequest as unwritable:
        print_message(str(unwritable))
        return "invalid"
    if not formatted.is_changed:
        return "unchanged"
    _report(formatted, str(file), check, diff)
    return "changed"


def _report(formatted: Formatted, name: str, check: bool, diff: bool) -> None:
    if diff:
        print_lines(diff_lines(formatted, name) or [f"{name}: only line ends differ"])
    else:
        print_lines([f"{'would format' if check else 'formatted'} {name}"])
