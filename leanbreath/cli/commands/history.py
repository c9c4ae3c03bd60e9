"""`leanbreath history`: the sessions in the diary."""

from datetime import datetime

import click

from leanbreath.cli.report import print_data, print_lines, print_message
from leanbreath.diary.recovery import check_diary
from leanbreath.diary.row_values import session_data
from leanbreath.diary.store import Diary
from leanbreath.presentation.session_page import session_line
from leanbreath.userdata.paths import diary_file

NONE = "No sessions yet. Start with: leanbreath warmup"


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the sessions as data.")
def history(as_json: bool) -> None:
    """List your sessions, latest first."""
    damage = check_diary(diary_file(), datetime.now())
    content = Diary(diary_file()).read()
    for warning in (*damage, *content.warnings):
        print_message(warning)
    if as_json:
        print_data([session_data(session) for session in content.sessions], 2)
    else:
        begun = [session for session in content.sessions if session.was_begun]
        print_lines(map(session_line, begun) if begun else [NONE])
