"""The schedulers that a system may have, and which of them is used."""

from collections.abc import Container
from typing import Literal, Protocol

from leanbreath.reminders import cron, launchd, schtasks, systemd
from leanbreath.reminders.reminder import Reminder
from leanbreath.reminders.shell_command import Program
from leanbreath.reminders.steps import Place, Step

Name = Literal["systemd", "launchd", "cron", "schtasks"]


class Scheduler(Protocol):
    """What each scheduler's module offers: its reminder is `held` by its `files`, or printed by the command `READ`."""

    TITLE: str
    READ: tuple[str, ...]

    def files(self, place: Place) -> tuple[str, ...]:
        """Return the files that hold a reminder."""

    def on_steps(self, program: Program, reminder: Reminder, place: Place, held: str) -> tuple[Step, ...]:
        """Return what turns a reminder on, or changes it."""

    def off_steps(self, place: Place, held: str) -> tuple[Step, ...]:
        """Return what removes it."""

    def is_current(self, program: Program, reminder: Reminder, place: Place, held: str) -> bool:
        """Return whether what is held is what a program would write now."""


SCHEDULERS: dict[Name, Scheduler] = {"systemd": systemd, "launchd": launchd, "cron": cron, "schtasks": schtasks}


def choose_scheduler(platform: str, programs: Container[str], has_user_manager: bool) -> Name | None:
    """Return the scheduler of a `platform`, as Python names it, by the programs it has; None where there is none.

    `has_user_manager` says whether systemd runs a manager for this user.
    """
    if platform == "darwin":
        return "launchd"
    if platform == "win32":
        return "schtasks"
    if "systemctl" in programs and has_user_manager:
        return "systemd"
    return "cron" if "crontab" in programs else None
