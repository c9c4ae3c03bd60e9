"""`leanbreath check`: every mistake of form and every training rule, with its place and its fix."""

import sys
from pathlib import Path

import click

from leanbreath.authoring.lint_files import lint_everything, lint_paths
from leanbreath.authoring.linter import Linter
from leanbreath.cli.report import cited_sources, print_data, print_lines, terminal_width
from leanbreath.presentation.problem_text import report_data, report_lines
from leanbreath.userdata.library import load_library
from leanbreath.userdata.settings_file import load_rules


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the problems as data.")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
def check(paths: tuple[Path, ...], as_json: bool, strict: bool) -> int:
    """Check files for mistakes and unwise training.

    Name files and folders, or none to check everything. A file may refer to any other file in its folder.

    The exit code is 1 if there are errors, or warnings with --strict.
    """
    linter = Linter(load_library(), load_rules())
    files, problems = lint_paths(linter, paths) if paths else lint_everything(linter)
    if as_json:
        print_data(report_data(files, problems))
    else:
        print_lines(report_lines(files, problems, terminal_width(sys.stdout), cited_sources(problems)))
    failing = ("error", "warning") if strict else ("error",)
    return int(any(problem.severity in failing for problem in problems))
