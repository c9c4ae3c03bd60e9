"""A reminder as a scheduled task, for Windows."""

from xml.sax.saxutils import escape, unescape

from leanbreath.reminders.occurrences import hours_to_run
from leanbreath.reminders.reminder import Day, Reminder
from leanbreath.reminders.shell_command import Program, powershell_command
from leanbreath.reminders.steps import Place, Remove, Run, Step, Write

TITLE = "the task scheduler"
TASK = "leanbreath-reminder"
READ: tuple[str, ...] = ("schtasks", "/query", "/tn", TASK, "/xml")

NAMES: dict[Day, str] = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}

TEMPLATE = """<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Reminder to practise, written by leanbreath remind; leanbreath remind --off removes it.</Description>
  </RegistrationInfo>
  <Triggers>
{triggers}
  </Triggers>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT15M</ExecutionTimeLimit>
  </Settings>
  <Actions>
    <Exec>
      <Command>powershell.exe</Command>
      <Arguments>{arguments}</Arguments>
    </Exec>
  </Actions>
</Task>
"""

TRIGGER = """    <CalendarTrigger>
      <StartBoundary>2024-01-01T{hour:02}:{minute:02}:00</StartBoundary>
      {schedule}
    </CalendarTrigger>"""
"""A trigger; its start has no zone, so that it keeps wall time."""


def files(place: Place) -> tuple[str, ...]:
    """Return none: the task is read by a command."""
    return ()


def task(program: Program, reminder: Reminder) -> str:
    """Return the task as XML, which starts on battery, and late if the machine was off."""
    arguments = f'-NoProfile -WindowStyle Hidden -Command "{powershell_command(program, reminder)}"'
    return TEMPLATE.format(triggers="\n".join(_triggers(reminder)), arguments=escape(arguments))


def _triggers(reminder: Reminder) -> list[str]:
    """Return when to run."""
    days = "".join(f"<{NAMES[day]}/>" for day in reminder.days)
    weekly = f"<ScheduleByWeek><DaysOfWeek>{days}</DaysOfWeek><WeeksInterval>1</WeeksInterval></ScheduleByWeek>"
    return [TRIGGER.format(hour=hour, minute=reminder.at.minute, schedule=weekly) for hour in hours_to_run(reminder.at)]


def on_steps(program: Program, reminder: Reminder, place: Place, held: str) -> tuple[Step, ...]:
    """Return what turns a reminder on, or changes it; the file is only needed meanwhile."""
    path, text = _file(place), task(program, reminder)
    return (
        Write(path, text.encode("utf-16"), text),
        Run(("schtasks", "/create", "/tn", TASK, "/xml", path, "/f")),
        Remove(path),
    )


def off_steps(place: Place, held: str) -> tuple[Step, ...]:
    """Return what removes it."""
    return (Run(("schtasks", "/delete", "/tn", TASK, "/f"), may_fail=True), Remove(_file(place)))


def _file(place: Place) -> str:
    return f"{place.data}\\{TASK}.xml"


def is_current(program: Program, reminder: Reminder, place: Place, held: str) -> bool:
    """Return whether what is held is what a program would write now."""
    return powershell_command(program, reminder) in unescape(held, {"&apos;": "'", "&quot;": '"'})
