"""`leanbreath history`: the sessions in the diary."""

from dataclasses import asdict

import click

from leanbreath.cli.report import print_data, print_lines
from leanbreath.diary.store import Diary
from leanbreath.presentation.session_page import session_line
from leanbreath.userdata.paths import diary_file


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the sessions as data.")
def history(as_json: bool) -> None:
    """List your sessions, latest first."""
    sessions = Diary(diary_file()).sessions()
    if as_json:
        print_data([asdict(session) for session in sessions], 2)
    else:
        print_lines(map(session_line, sessions) if sessions else ["No sessions yet. Start with: leanbreath warmup"])
