"""Turns reminders on and off, and finds those that are on."""

import os
import shutil
import sys
from pathlib import Path

from leanbreath.atomic_write import errors_reported, save
from leanbreath.child_process import ChildFailed, Limits, run_child
from leanbreath.file_errors import NOWHERE
from leanbreath.reminders import systemd
from leanbreath.reminders.program import this_program
from leanbreath.reminders.reminder import Reminder, find_reminder
from leanbreath.reminders.scheduler import SCHEDULERS, Name, choose_scheduler
from leanbreath.reminders.steps import Place, Remove, Run, Step, Write
from leanbreath.routine.problems import InvalidRequest
from leanbreath.userdata.paths import data_folder

LIMITS = Limits(20, 1_000_000)

NO_CRONTAB = ("no crontab", "no such file")
"""What is printed for a user without a crontab."""


def system_scheduler() -> Name | None:
    """Return the scheduler of this system."""
    programs = [name for name in ("systemctl", "crontab") if shutil.which(name)]
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return choose_scheduler(sys.platform, programs, bool(runtime) and Path(runtime, "systemd").is_dir())


def on_steps(name: Name, reminder: Reminder) -> tuple[Step, ...]:
    """Return what turns a reminder on with a scheduler."""
    return SCHEDULERS[name].on_steps(this_program(), reminder, _place(), _held(name))


def off_steps(name: Name) -> tuple[Step, ...]:
    """Return what removes the reminder of a scheduler."""
    return SCHEDULERS[name].off_steps(_place(), _held(name))


def installed() -> dict[Name, Reminder]:
    """Return the reminder of each scheduler that has one."""
    found = ((name, find_reminder(_held(name))) for name in SCHEDULERS)
    return {name: reminder for name, reminder in found if reminder}


def is_current(name: Name, reminder: Reminder) -> bool:
    """Return whether a reminder is as this program would write it now."""
    return SCHEDULERS[name].is_current(this_program(), reminder, _place(), _held(name))


def is_active(name: Name) -> bool:
    """Return whether a scheduler runs its reminder; only systemd can hold one that it doesn't run."""
    try:
        return name != "systemd" or run_child(systemd.IS_ACTIVE, b"", LIMITS) is not None
    except ChildFailed:
        return False


def do(steps: tuple[Step, ...]) -> None:
    """Do what turns a reminder on or off; raise `InvalidRequest` where that fails."""
    for step in steps:
        match step:
            case Write():
                save(Path(step.path), step.content)
            case Remove():
                with errors_reported(Path(step.path)):
                    Path(step.path).unlink(missing_ok=True)
            case Run():
                _run(step)


def _run(step: Run) -> None:
    try:
        run_child(step.command, step.given, LIMITS)
    except ChildFailed as reason:
        if not step.may_fail:
            raise InvalidRequest(f"{' '.join(step.command)} failed: {reason}") from reason


def _held(name: Name) -> str:
    """Return what a scheduler holds of ours; of cron it is the whole crontab.

    Raise `InvalidRequest` if that can't be read, so that it is never written over.
    """
    scheduler = SCHEDULERS[name]
    if not scheduler.READ:
        return "".join(_text(Path(path)) for path in scheduler.files(_place()))
    if not shutil.which(scheduler.READ[0]):
        return ""
    try:
        held = run_child(scheduler.READ, b"", LIMITS)
    except ChildFailed as reason:
        if name != "cron" or any(text in str(reason).lower() for text in NO_CRONTAB):
            return ""
        raise InvalidRequest(f"{' '.join(scheduler.READ)} failed: {reason}") from reason
    return held.decode(errors="surrogateescape")


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError:
        return ""


def _place() -> Place:
    """Return where this user's files are."""
    try:
        home = Path.home()
    except RuntimeError:
        home = NOWHERE
    given = os.environ.get("XDG_CONFIG_HOME", "")
    config = given if Path(given).is_absolute() else str(home / ".config")
    return Place(config, str(home), str(data_folder()), _user())


def _user() -> int:
    if sys.platform == "win32":
        return 0
    return os.getuid()
