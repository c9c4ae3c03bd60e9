"""`leanbreath remind`: a reminder to practise, by the scheduler of the system."""

import sys
from collections.abc import Iterable
from datetime import datetime
from time import sleep
from typing import get_args

import click

from leanbreath.cli.report import confirm, print_lines, print_prose
from leanbreath.playback.time_source import local_time
from leanbreath.reminders import installation
from leanbreath.reminders.notification import show_if_missed
from leanbreath.reminders.occurrences import next_run
from leanbreath.reminders.reminder import DAYS, Reminder, parse_days
from leanbreath.reminders.report import moment_text, reminder_lines
from leanbreath.reminders.scheduler import Name
from leanbreath.reminders.shown import Shown, read_shown, shown_file, write_shown
from leanbreath.reminders.steps import Step
from leanbreath.routine.basic_notations import NotationError
from leanbreath.routine.problems import InvalidRequest
from leanbreath.userdata.settings import parse_time_of_day


@click.command()
@click.option("--at", metavar="TIME", help="When to remind you, such as 7:30.")
@click.option("--days", metavar="DAYS", help="On which days: daily, or mon,wed,fri.")
@click.option("--with", "scheduler", type=click.Choice(get_args(Name)), help="The scheduler to use.")
@click.option("--off", is_flag=True, help="Remove the reminder.")
@click.option("--yes", is_flag=True, help="Don't ask first.")
@click.option("--notify", is_flag=True, hidden=True)
def remind(at: str | None, days: str | None, scheduler: Name | None, off: bool, yes: bool, notify: bool) -> None:
    """Remind you to practise.

    A reminder is shown by your system's own scheduler, so nothing keeps running. Without options, this says which
    reminder is set, and when it comes next.
    """
    if off and (at or days or scheduler):
        raise click.UsageError("--off removes the reminder; leave out the other options")
    if off:
        _turn_off(yes)
    elif at is None and (days or scheduler):
        raise click.UsageError("a reminder needs a time, such as --at 7:30")
    elif at is None:
        print_lines(reminder_lines(local_time(), datetime.astimezone))
    elif notify:
        show_if_missed(_reminder(at, days), local_time(), datetime.astimezone, sleep, lambda text: print_prose([text]))
    else:
        _turn_on(_reminder(at, days), scheduler or installation.system_scheduler(), yes)


def _reminder(at: str, days: str | None) -> Reminder:
    try:
        return Reminder(parse_time_of_day(at), parse_days(days) if days else DAYS)
    except NotationError as error:
        raise click.UsageError(f"{error.message}; {error.fix}") from error


def _turn_on(reminder: Reminder, scheduler: Name | None, yes: bool) -> None:
    if scheduler is None:
        raise InvalidRequest("no scheduler was found: neither systemd for your user nor cron; install cron")
    others = [other for other in installation.installed() if other != scheduler]
    steps = (*(step for other in others for step in installation.off_steps(other)),)
    wanted = installation.on_steps(scheduler, reminder)
    _ask((*steps, *wanted), "Set this reminder?", yes)
    installation.do(steps)
    try:
        installation.do(wanted)
    except InvalidRequest as failure:
        installation.do(installation.off_steps(scheduler))
        raise InvalidRequest(f"{failure}; nothing was set. Try another scheduler, such as --with cron") from failure
    now = local_time()
    write_shown(Shown(now, read_shown().shown))
    print_lines([f"Next reminder: {moment_text(next_run(reminder, now, datetime.astimezone))}."])


def _turn_off(yes: bool) -> None:
    steps = tuple(step for scheduler in installation.installed() for step in installation.off_steps(scheduler))
    if not steps:
        print_lines(["No reminder is set."])
        return
    _ask(steps, "Remove this reminder?", yes)
    installation.do(steps)
    shown_file().unlink(missing_ok=True)
    print_lines(["The reminder is removed."])


def _ask(steps: Iterable[Step], question: str, yes: bool) -> None:
    """Show what will be done, and ask."""
    print_lines(line for step in steps for line in step.lines)
    if yes:
        return
    if not sys.stdin.isatty():
        raise InvalidRequest("add --yes to do this without a terminal")
    confirm(question)
