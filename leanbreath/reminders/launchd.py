"""A reminder as an agent of launchd, for macOS."""

import plistlib

from leanbreath.reminders.occurrences import hours_to_run
from leanbreath.reminders.reminder import DAYS, Reminder
from leanbreath.reminders.shell_command import ON_MACOS, Program, shell_command
from leanbreath.reminders.steps import Place, Remove, Run, Step, Write

TITLE = "launchd"
LABEL = "leanbreath.reminder"


READ: tuple[str, ...] = ()


def files(place: Place) -> tuple[str, ...]:
    """Return the file of the agent."""
    return (f"{place.home}/Library/LaunchAgents/{LABEL}.plist",)


def agent(program: Program, reminder: Reminder) -> bytes:
    """Return the agent as a property list.

    It is also run when the user logs in, where it shows a reminder that was missed while the machine was off.
    """
    content = {
        "Label": LABEL,
        "ProgramArguments": ["/bin/sh", "-c", shell_command(program, reminder, ON_MACOS)],
        "RunAtLoad": True,
        "StartCalendarInterval": _intervals(reminder),
    }
    return plistlib.dumps(content, sort_keys=False)


def _intervals(reminder: Reminder) -> list[dict[str, int]]:
    """Return when to run."""
    times = [{"Hour": hour, "Minute": reminder.at.minute} for hour in hours_to_run(reminder.at)]
    days = [{}] if reminder.is_daily else [{"Weekday": DAYS.index(day) + 1} for day in reminder.days]
    return [{**day, **time} for day in days for time in times]


def on_steps(program: Program, reminder: Reminder, place: Place, held: str) -> tuple[Step, ...]:
    """Return what turns a reminder on, or changes it."""
    [path], content = files(place), agent(program, reminder)
    return (
        _stop(place),
        Write(path, content, content.decode()),
        Run(("launchctl", "bootstrap", f"gui/{place.user}", path)),
    )


def off_steps(place: Place, held: str) -> tuple[Step, ...]:
    """Return what removes it."""
    return (_stop(place), *map(Remove, files(place)))


def _stop(place: Place) -> Run:
    return Run(("launchctl", "bootout", f"gui/{place.user}/{LABEL}"), may_fail=True)


def is_current(program: Program, reminder: Reminder, place: Place, held: str) -> bool:
    """Return whether what is held is what a program would write now."""
    return held == agent(program, reminder).decode()
