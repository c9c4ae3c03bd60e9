"""`leanbreath today`: what is due, how long it takes and why, in one line."""

from datetime import datetime, timedelta

import click

from leanbreath.cli.report import print_data, print_lines, print_message, print_prose
from leanbreath.today_answer import answer_on, today_answer

FURTHEST = timedelta(days=366)


@click.command()
@click.option("--short", is_flag=True, help="Print only what and how long, for a prompt or a status bar.")
@click.option(
    "--on",
    "day",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Answer for another day, such as 2026-03-04, from what is known now.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the answer as data.")
def today(short: bool, day: datetime | None, as_json: bool) -> None:
    """Say what is due today, how long it takes and why, in one line; on Mondays, another one sums up last week."""
    now = datetime.now().astimezone()
    if day and abs(day.date() - now.date()) > FURTHEST:
        raise click.BadParameter("choose a day within a year from now", param_hint="--on")
    answer = answer_on(day.date(), now) if day else today_answer(now)
    if not short:
        for warning in answer.warnings:
            print_message(warning)
    if as_json:
        print_data(answer.data, 2)
    elif short:
        print_lines([answer.short])
    else:
        print_prose(filter(None, [answer.line, answer.last_week]))
