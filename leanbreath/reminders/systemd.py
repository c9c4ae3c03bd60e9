"""A reminder as a timer of systemd, for Linux."""

from leanbreath.reminders.occurrences import hours_to_run
from leanbreath.reminders.reminder import Reminder
from leanbreath.reminders.shell_command import ON_LINUX, Program, shell_command
from leanbreath.reminders.steps import Place, Remove, Run, Step, Write

TITLE = "a systemd timer"
TIMER, SERVICE = "leanbreath-reminder.timer", "leanbreath-reminder.service"
HEADING = "# Written by leanbreath remind; leanbreath remind --off removes it."
DESCRIPTION = "Description=Reminder to practise"
IS_ACTIVE = ("systemctl", "--user", "is-active", "--quiet", TIMER)

READ: tuple[str, ...] = ()

ESCAPES = {"\\": "\\\\", '"': '\\"', "%": "%%", "$": "$$", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def files(place: Place) -> tuple[str, ...]:
    """Return the files of the timer and of what it starts."""
    return tuple(f"{place.config}/systemd/user/{name}" for name in (TIMER, SERVICE))


def service_text(program: Program, reminder: Reminder) -> str:
    """Return the unit that shows the reminder once."""
    command = shell_command(program, reminder, ON_LINUX)
    escaped = "".join(ESCAPES.get(character, character) for character in command)
    return f'{HEADING}\n[Unit]\n{DESCRIPTION}\n\n[Service]\nType=oneshot\nExecStart=/bin/sh -c "{escaped}"\n'


def timer_text(reminder: Reminder) -> str:
    """Return the unit that says when."""
    days = "" if reminder.is_daily else f"{','.join(day.title() for day in reminder.days)} "
    times = "".join(
        f"OnCalendar={days}*-*-* {hour:02}:{reminder.at.minute:02}:00\n" for hour in hours_to_run(reminder.at)
    )
    timer = f"[Timer]\n{times}Persistent=true\n"
    return f"{HEADING}\n[Unit]\n{DESCRIPTION}\n\n{timer}\n[Install]\nWantedBy=timers.target\n"


def on_steps(program: Program, reminder: Reminder, place: Place, held: str) -> tuple[Step, ...]:
    """Return what turns a reminder on, or changes it."""
    texts = (timer_text(reminder), service_text(program, reminder))
    return (
        *(Write(path, text.encode(), text) for path, text in zip(files(place), texts, strict=True)),
        Run(("systemctl", "--user", "daemon-reload")),
        Run(("systemctl", "--user", "enable", TIMER)),
        Run(("systemctl", "--user", "restart", TIMER)),
    )


def off_steps(place: Place, held: str) -> tuple[Step, ...]:
    """Return what removes it."""
    return (
        Run(("systemctl", "--user", "disable", "--now", TIMER), may_fail=True),
        Run(("systemctl", "--user", "clean", "--what=state", TIMER), may_fail=True),
        *map(Remove, files(place)),
        Run(("systemctl", "--user", "daemon-reload"), may_fail=True),
    )


def is_current(program: Program, reminder: Reminder, place: Place, held: str) -> bool:
    """Return whether what is held is what a program would write now."""
    return held == timer_text(reminder) + service_text(program, reminder)
