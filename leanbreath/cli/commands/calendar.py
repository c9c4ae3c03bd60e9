"""`leanbreath calendar`: the sessions of your plan as a calendar file."""

from datetime import datetime, timedelta
from pathlib import Path

import click

from leanbreath.atomic_write import save
from leanbreath.cli.report import print_lines, print_message
from leanbreath.coach.calendar_events import calendar_events
from leanbreath.coach.plan_changes import NO_PLAN
from leanbreath.coach.replay import plan_state
from leanbreath.coach_loader import load_coach
from leanbreath.export.calendar import calendar_file, require_calendar
from leanbreath.routine.basic_notations import NotationError
from leanbreath.routine.problems import InvalidRequest
from leanbreath.userdata.library import load_library
from leanbreath.userdata.settings import parse_time_of_day
from leanbreath.userdata.settings_file import load_settings_or_defaults

MINUTE = timedelta(minutes=1)


@click.command()
@click.option(
    "-o", "--output", "path", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to write."
)
@click.option("--at", metavar="TIME", default="7:30", help="The time of the day; 7:30 if you leave it out.")
def calendar(path: Path, at: str) -> None:
    """Write the sessions of your plan to a calendar file (.ics).

    Import it into your calendar. When your plan changes, write and import it again: sessions move, none comes twice.
    """
    try:
        time = parse_time_of_day(at)
    except NotationError as error:
        raise click.UsageError(f"{error.message}; write it as 7:30") from error
    require_calendar()
    coach = load_coach(load_library())
    for warning in coach.warnings:
        print_message(warning)
    state = plan_state(coach.content, coach.material, coach.now)
    if state is None:
        raise InvalidRequest(NO_PLAN)
    if state.is_paused:
        raise InvalidRequest("your plan is paused, so its days aren't known; resume it with  leanbreath plan --resume")
    day_starts = load_settings_or_defaults()[0].day_starts
    events = calendar_events(state, coach.material, coach.now, time, day_starts, _existing)
    minutes_since_start = (coach.now.at.replace(tzinfo=None) - datetime.combine(state.started, day_starts)) // MINUTE
    save(path, calendar_file(events, coach.now.at, max(minutes_since_start, 0)))
    print_lines([str(path)])


def _existing(wall: datetime) -> datetime:
    """Return a time that the clock of this machine shows."""
    return wall.astimezone().replace(tzinfo=None)
