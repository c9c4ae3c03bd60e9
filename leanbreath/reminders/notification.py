"""Shows a reminder on the desktop, or prints it where there is no desktop; nothing here fails loudly."""

import os
import shutil
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from leanbreath.child_process import ChildFailed, Limits, run_child
from leanbreath.reminders.occurrences import LocalTime, is_missed
from leanbreath.reminders.reminder import Reminder
from leanbreath.reminders.shown import read_shown, write_shown
from leanbreath.userdata.log import append_to_log

PLAIN = "Time to practise."
TODAY = (sys.executable, "-m", "leanbreath", "today", "--short")
LIMITS = Limits(30, 10_000)

ATTEMPTS, PAUSE_SECONDS = 10, 30.0
"""A desktop that has just started shows nothing yet."""

APPLESCRIPT = ("on run argv", 'display notification (item 1 of argv) with title "leanbreath"', "end run")
BALLOON = (
    "Add-Type -AssemblyName System.Windows.Forms, System.Drawing; $n = New-Object System.Windows.Forms.NotifyIcon; "
    "$n.Icon = [System.Drawing.SystemIcons]::Information; $n.Visible = $true; "
    "$n.ShowBalloonTip(10000, 'leanbreath', '{text}', 'Info'); Start-Sleep -Seconds 12; $n.Dispose()"
)


def show_if_missed(
    reminder: Reminder, now: datetime, local: LocalTime, sleep: Callable[[float], None], write: Callable[[str], None]
) -> None:
    """Show a reminder unless it has been shown; `write` gets it where there is no desktop."""
    before = read_shown()
    if not is_missed(reminder, before.latest, now, local):
        return
    text = today_text()
    if not show(text, sleep):
        write(text)
    write_shown(before._replace(shown=now))


def today_text() -> str:
    """Return what is due today in a line, or plain words where that can't be said."""
    try:
        first, *_ = run_child(TODAY, b"", LIMITS).decode(errors="replace").strip().splitlines() or [PLAIN]
    except ChildFailed as reason:
        append_to_log(f"reminder: {reason}")
        return PLAIN
    return first


def command(text: str, platform: str) -> tuple[str, ...]:
    """Return the command that shows a text on the desktop of a `platform`, as Python names it."""
    if platform == "darwin":
        return ("osascript", *(word for line in APPLESCRIPT for word in ("-e", line)), text)
    if platform == "win32":
        return ("powershell", "-NoProfile", "-Command", BALLOON.replace("{text}", text.replace("'", "''")))
    return ("notify-send", "--app-name=leanbreath", "leanbreath", text)


def show(text: str, sleep: Callable[[float], None]) -> bool:
    """Show a text on the desktop, and return whether that worked; one that has just started is given time."""
    words = command(text, sys.platform)
    if not shutil.which(words[0]):
        return False
    _find_bus()
    for attempt in range(ATTEMPTS):
        if attempt:
            sleep(PAUSE_SECONDS)
        try:
            run_child(words, b"", LIMITS)
        except ChildFailed as reason:
            append_to_log(f"reminder: {reason}")
        else:
            return True
    return False


def _find_bus() -> None:
    """Say where the desktop is, which a job of cron isn't told."""
    if sys.platform != "win32" and Path(bus := f"/run/user/{os.getuid()}/bus").exists():
        os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", f"unix:path={bus}")
