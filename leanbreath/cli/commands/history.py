"""`leanbreath history`: what was done, as a calendar, in words, or as data."""

import sys
from typing import get_args

import click

from leanbreath.cli.report import print_data, print_lines, print_message, print_text, terminal_width
from leanbreath.history_loader import everything, latest
from leanbreath.presentation.history_data import TableName, csv_text, history_data, table_rows
from leanbreath.presentation.history_summary import history_lines
from leanbreath.userdata.library import load_library

NONE = "No sessions yet. Start with: leanbreath warmup"
PIPE_COLUMNS = 80

SHOWN_SESSIONS = 10
"""How many sessions are shown unless all are asked for."""


@click.command()
@click.option("--all", "shows_all", is_flag=True, help="List every session, not only the latest.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as data.")
@click.option(
    "--csv",
    "table",
    type=click.Choice(get_args(TableName)),
    is_flag=False,
    flag_value="sessions",
    metavar="[TABLE]",
    help=f"Print a table as CSV: {', '.join(get_args(TableName))}. If left out: sessions.",
)
def history(shows_all: bool, as_json: bool, table: TableName | None) -> None:
    """Show what you did: a calendar, this week and your latest sessions."""
    if as_json and table:
        raise click.UsageError("choose --json or --csv, not both")
    shown = everything(load_library()) if as_json or table or shows_all else latest(load_library(), SHOWN_SESSIONS)
    for warning in shown.view.warnings:
        print_message(warning)
    if as_json:
        print_data(history_data(shown.view, shown.sessions), 2)
    elif table:
        print_text(csv_text(table, table_rows(table, shown.view.history, shown.sessions)))
    else:
        columns = terminal_width(sys.stdout) or PIPE_COLUMNS
        print_lines(list(history_lines(shown.view, shown.sessions, shown.more, columns)) or [NONE])
