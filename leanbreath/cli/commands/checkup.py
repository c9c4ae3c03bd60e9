"""`leanbreath checkup`: find out where to practise first."""

import sys
import time
from collections.abc import Iterable
from pathlib import Path

import click

from leanbreath.authoring.results_file import results_in_text, results_of_options
from leanbreath.cli.report import print_data, print_message, print_prose, read_line, terminal_width
from leanbreath.coach.checkup_form import Form
from leanbreath.coach.entered_result import EnteredResult
from leanbreath.coach.material import Material
from leanbreath.coach_loader import CoachData, load_coach
from leanbreath.diary.events import AssessmentRow
from leanbreath.diary.store import Diary
from leanbreath.file_errors import file_error
from leanbreath.playback.checkup_session import open_checkup, save_entered
from leanbreath.playback.terminal import has_screen
from leanbreath.presentation.checkup_data import checkup_data
from leanbreath.presentation.checkup_result import arithmetic_lines, command_lines, result_lines
from leanbreath.routine.library import Library
from leanbreath.routine.problems import InvalidRequest, Problem, Problems
from leanbreath.routine.reader import file_content
from leanbreath.routine.reader.yaml_tree import LARGEST_FILE
from leanbreath.userdata.library import load_library
from leanbreath.userdata.paths import diary_file

NOTHING = "No results yet."
STDIO = Path("-")


@click.command()
@click.option("--short", "form", flag_value="short", type=str, help="Ask one question per limiter: 5 minutes.")
@click.option(
    "--full", "form", flag_value="full", type=str, help="Ask everything you can find out at home: 15 minutes."
)
@click.option(
    "--set", "given", metavar="ID=VALUE", multiple=True, help="Enter a result, such as knee-to-wall-cm=7/9.5."
)
@click.option(
    "--from",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path, allow_dash=True),
    help="Enter the results in a YAML file, or the one that the lean meter saved; - reads standard input.",
)
@click.option("--plain", is_flag=True, help="Ask line by line instead of on the screen.")
@click.option("--json", "as_json", is_flag=True, help="Print all results as data.")
def checkup(form: Form | None, given: tuple[str, ...], file: Path | None, plain: bool, as_json: bool) -> int:
    """Find out what holds your lean back, and where to practise first.

    Everything is kept in the diary as you go: stop at any time, and continue within a week.
    """
    library = load_library()
    coach = load_coach(library)
    for warning in coach.warnings:
        print_message(warning)
    if given or file or as_json:
        _print(_with_given(coach, given, file), coach.material, as_json)
        return 0
    if not plain and has_screen(sys.stdin, sys.stdout):
        return _show(library, form)
    _print(_ask_in_lines(coach, form), coach.material, as_json)
    return 0


def _with_given(coach: CoachData, given: Iterable[str], file: Path | None) -> tuple[AssessmentRow, ...]:
    """Return all results, those included that are given, which are written to the diary."""
    rows = coach.content.assessments
    found = _results_in(file, coach) if file else {}
    found |= results_of_options(given, coach.material)
    if not found:
        return rows
    known, warning = save_entered(Diary(diary_file()), found, rows, coach.now)
    if warning:
        print_message(warning)
    return known


def _results_in(file: Path, coach: CoachData) -> dict[str, EnteredResult]:
    """Return the results in a file or on standard input."""
    if file == STDIO and sys.stdin is None:
        raise InvalidRequest("standard input is closed")
    try:
        raw = sys.stdin.buffer.read(LARGEST_FILE + 1) if file == STDIO else file_content(file)
    except OSError as error:
        raise InvalidRequest(file_error("cannot read", file, error)) from error
    if isinstance(raw, Problem):
        raise Problems([raw])
    return results_in_text(raw, "standard input" if file == STDIO else str(file), coach.material, coach.now.at)


def _ask_in_lines(coach: CoachData, form: Form | None) -> tuple[AssessmentRow, ...]:
    """Return all results after a check-up in lines."""
    from leanbreath.checkup_lines import CheckupLines

    session = open_checkup(coach, form)
    CheckupLines(session, lambda line: print_prose([line]), read_line, time.monotonic, time.sleep).run()
    return session.rows


def _print(rows: tuple[AssessmentRow, ...], material: Material, as_json: bool) -> None:
    if as_json:
        print_data(checkup_data(rows, material), 2)
    elif rows:
        print_prose(["", *result_lines(rows, material, terminal_width(sys.stdout) or 80)])
        print_prose(["Commands", *command_lines(rows, material)])
        print_prose(["How it adds up", *(f"  {line}" for line in arithmetic_lines(rows, material))])
    else:
        print_prose([NOTHING])


def _show(library: Library, form: Form | None) -> int:
    """Show the check-up, then run the routine that was chosen there."""
    from leanbreath.app import show_checkup
    from leanbreath.cli.session import run_named
    from leanbreath.home_loader import load_home_data
    from leanbreath.playback.session_options import SessionOptions
    from leanbreath.userdata.settings_file import load_settings_or_defaults

    name = show_checkup(load_home_data(library), form, load_settings_or_defaults()[0].screen.theme)
    return run_named(name, SessionOptions()) if name else 0
