"""A reminder as lines of the user's crontab, for systems without systemd."""

import re

from leanbreath.reminders.reminder import DAYS, Reminder, find_reminder
from leanbreath.reminders.shell_command import ON_LINUX, Program, shell_command
from leanbreath.reminders.steps import Place, Run, Step
from leanbreath.routine.problems import InvalidRequest

TITLE = "cron"
BEGIN, END = "# leanbreath remind: begin", "# leanbreath remind: end"
READ: tuple[str, ...] = ("crontab", "-l")
WRITE = ("crontab", "-")


def files(place: Place) -> tuple[str, ...]:
    """Return none: the crontab is read and written by a command."""
    return ()


def lines(program: Program, reminder: Reminder, user: int) -> str:
    """Return the lines of a reminder; `user` is the number of the user, by which a job finds the desktop.

    Cron forgets what it missed while the machine was off, so the second line looks every other hour of the day whether
    a reminder is missing.
    """
    days = "*" if reminder.is_daily else ",".join(str((DAYS.index(day) + 1) % 7) for day in reminder.days)
    minute, hour = reminder.at.minute, reminder.at.hour
    desktop = f"env DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/{user}/bus"
    shown = _escaped(shell_command(program, reminder, f"{desktop} {ON_LINUX}"))
    missed = _escaped(f"{program.shell_text} {reminder.arguments} >/dev/null 2>&1")
    return f"{BEGIN}\n{minute} {hour} * * {days} {shown}\n{minute} {_other_hours(hour)} * * * {missed}\n{END}\n"


def _other_hours(hour: int) -> str:
    parts = (f"{first}-{last}" for first, last in ((0, hour - 1), (hour + 1, 23)) if first <= last)
    return ",".join(parts)


def _escaped(command: str) -> str:
    if "\n" in command or "\r" in command:
        raise InvalidRequest("a crontab can't hold a path with a line break; install leanbreath in another folder")
    return command.replace("%", "\\%")


def without_reminder(crontab: str) -> str:
    """Return a crontab without the lines of a reminder; every other character stays."""
    return "".join(line for line in re.split(r"(?<=\n)", crontab) if not _is_ours(line.rstrip("\n")))


def _is_ours(line: str) -> bool:
    return line in (BEGIN, END) or (not line.startswith("#") and find_reminder(line) is not None)


def on_steps(program: Program, reminder: Reminder, place: Place, held: str) -> tuple[Step, ...]:
    """Return what turns a reminder on, or changes it; `held` is the crontab."""
    added, others = lines(program, reminder, place.user), without_reminder(held)
    gap = "" if not others or others.endswith("\n") else "\n"
    return (
        Run(WRITE, f"{others}{gap}{added}".encode(errors="surrogateescape"), shown=f"your crontab, with:\n{added}"),
    )


def off_steps(place: Place, held: str) -> tuple[Step, ...]:
    """Return what removes it; a crontab that is empty then is removed."""
    others = without_reminder(held)
    given = others.encode(errors="surrogateescape")
    return (Run(WRITE, given, shown="your crontab, without the reminder") if others else Run(("crontab", "-r")),)


def is_current(program: Program, reminder: Reminder, place: Place, held: str) -> bool:
    """Return whether what is held is what a program would write now."""
    return lines(program, reminder, place.user) in held
