"""The units of a reminder as systemd itself reads them."""

import os
import subprocess
from datetime import time
from pathlib import Path

import pytest

from leanbreath.reminders.reminder import Reminder
from leanbreath.reminders.shell_command import Program
from leanbreath.reminders.systemd import SERVICE, TIMER, service_text, timer_text
from tests.reminders.test_schedulers import PATHS

pytestmark = pytest.mark.systemd


@pytest.mark.parametrize("path", [*PATHS, "/a\nb/leanbreath"])
def test_systemd_accepts_the_units_whatever_the_path(tmp_path, path):
    reminder = Reminder(time(2, 30), ("mon", "sun"))
    (tmp_path / SERVICE).write_text(service_text(Program((path,)), reminder))
    (tmp_path / TIMER).write_text(timer_text(reminder))
    done = analyze(tmp_path, "--user", "verify", str(tmp_path / SERVICE), str(tmp_path / TIMER))
    assert (done.returncode, done.stderr) == (0, "")


def test_a_time_that_is_skipped_in_spring_is_caught_an_hour_later(tmp_path):
    times = [line.partition("=")[2] for line in timer_text(Reminder(time(2, 30))).splitlines() if "OnCalendar" in line]
    found = [next_elapse(tmp_path, each) for each in times]
    assert "Sun 2026-03-29 02:30" not in found[0]  # systemd leaves that day out
    assert "Sun 2026-03-29 03:30:00 CEST" in found[1]


def next_elapse(folder: Path, calendar: str) -> str:
    done = analyze(folder, "calendar", "--base-time=2026-03-28 12:00", calendar, TZ="Europe/Berlin")
    return next(line for line in done.stdout.splitlines() if "Next elapse" in line)


def analyze(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(folder), **more}
    return subprocess.run(["systemd-analyze", *arguments], env=environment, capture_output=True, text=True, check=False)
