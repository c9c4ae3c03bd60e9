"""`leanbreath remind`, with schedulers and desktops that are small scripts on the PATH."""

import json
import os
import shlex
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.home import at_terminal, leanbreath
from tests.quick_cases import quick_values

OTHERS = "MAILTO=ada\n0 5 * * * backup\n"
CRONTAB = """
file={home}/crontab
case "$1" in
-l) [ -f $file ] && exec /bin/cat $file; echo "no crontab for ada" >&2; exit 1 ;;
-r) exec /bin/rm $file ;;
-) exec /bin/cat >$file ;;
esac
"""
SYSTEMCTL = 'echo "$@" >>{home}/asked; [ ! -e {home}/broken ]'
NOTIFY_SEND = 'echo "$3" >>{home}/shown'


class Machine:
    """A home folder, and a PATH with no more than what a test puts there."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.programs = home / "programs"
        self.programs.mkdir()

    def put(self, name: str, text: str) -> None:
        path = self.programs / name
        path.write_text(f"#!/bin/sh\n{text.replace('{home}', shlex.quote(str(self.home)))}\n")
        path.chmod(0o755)

    def remind(self, *arguments: str):
        return leanbreath(self.home, "remind", *arguments, PATH=str(self.programs))

    @property
    def crontab(self) -> Path:
        return self.home / "crontab"

    @property
    def units(self) -> list[str]:
        return sorted(path.name for path in (self.home / "systemd" / "user").glob("*"))


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def cron(machine: Machine) -> Machine:
    machine.put("crontab", CRONTAB)
    return machine


@pytest.fixture
def systemd(cron: Machine) -> Machine:
    cron.put("systemctl", SYSTEMCTL)
    (cron.home / "systemd").mkdir()  # which says that a manager runs for the user
    return cron


def test_a_reminder_is_set_shown_changed_and_removed_and_nothing_else_is_touched(cron):
    cron.crontab.write_text(OTHERS)
    done = cron.remind("--at", "7:30", "--days", "mon,fri", "--yes")
    assert done.returncode == 0 and "30 7 * * 1,5 " in done.stdout and "Next reminder: " in done.stdout
    assert cron.crontab.read_text().startswith(OTHERS) and "backup" not in done.stdout
    assert cron.remind().stdout.startswith("7:30 on Mon, Fri, by cron\nlast: not yet; next: ")
    assert cron.remind("--at", "8:00", "--yes").returncode == 0
    assert cron.remind().stdout.startswith("8:00 every day, by cron\n") and "30 7 " not in cron.crontab.read_text()
    assert cron.remind("--off", "--yes").stdout.endswith("The reminder is removed.\n")
    assert cron.crontab.read_text() == OTHERS
    assert cron.remind().stdout == "none; leanbreath remind --at 7:30 sets one\n"
    assert cron.remind("--off").stdout == "No reminder is set.\n"
    assert not list(cron.home.rglob("reminder.json"))


def test_without_a_terminal_nothing_is_written_before_yes(cron):
    done = cron.remind("--at", "7:30")
    assert done.returncode == 1 and "30 7 * * * " in done.stdout
    assert done.stderr == "leanbreath: add --yes to do this without a terminal\n"
    assert not cron.crontab.exists()


def test_at_a_terminal_it_asks_first(cron):
    for answer, is_set in (("n", False), ("y", True)):
        terminal = at_terminal(cron.home, "remind", "--at", "7:30", PATH=str(cron.programs), columns=400)
        terminal.wait_for("Set this reminder?")
        assert not cron.crontab.exists()
        terminal.send(f"{answer}\r")
        terminal.end()
        assert cron.crontab.exists() is is_set


def test_systemd_is_used_where_it_runs_and_replaces_a_reminder_of_cron(systemd):
    systemd.remind("--at", "7:30", "--with", "cron", "--yes")
    done = systemd.remind("--at", "7:30", "--yes")
    assert done.returncode == 0 and not systemd.crontab.exists()
    assert systemd.units == ["leanbreath-reminder.service", "leanbreath-reminder.timer"]
    assert "--user restart leanbreath-reminder.timer\n" in (systemd.home / "asked").read_text()
    assert systemd.remind().stdout.splitlines()[0] == "7:30 every day, by a systemd timer"
    systemd.remind("--off", "--yes")
    assert systemd.units == []


def test_a_timer_that_systemd_does_not_run_is_reported_with_the_fix(systemd):
    systemd.remind("--at", "7:30", "--yes")
    (systemd.home / "broken").touch()
    assert "its timer isn't active; renew it with  leanbreath remind --at 7:30 --days daily" in systemd.remind().stdout


def test_a_scheduler_that_fails_leaves_nothing_behind(systemd):
    (systemd.home / "broken").touch()
    done = systemd.remind("--at", "7:30", "--yes")
    assert done.returncode == 1 and "systemctl --user daemon-reload failed: systemctl ended with code 1" in done.stderr
    assert "--with cron" in done.stderr and systemd.units == []


def test_a_task_that_cannot_be_made_leaves_no_file_behind(machine):
    before = sorted(machine.home.rglob("*"))
    done = machine.remind("--at", "7:30", "--with", "schtasks", "--yes")
    assert done.returncode == 1 and "the program schtasks was not found" in done.stderr
    assert [path for path in sorted(machine.home.rglob("*")) if path not in before and path.is_file()] == []


def test_a_crontab_that_cannot_be_read_is_never_written_over(machine):
    machine.put("crontab", 'echo "$1" >>{home}/asked; echo "you may not use cron" >&2; exit 1')
    done = machine.remind("--at", "7:30", "--yes")
    assert done.returncode == 1 and "crontab -l failed" in done.stderr and "you may not use cron" in done.stderr
    assert (machine.home / "asked").read_text().split() == ["-l"]


def test_without_a_scheduler_it_says_what_to_install(machine):
    done = machine.remind("--at", "7:30", "--yes")
    assert done.returncode == 1 and "no scheduler was found" in done.stderr and "install cron" in done.stderr


def test_a_reminder_of_another_installation_is_reported_with_the_fix(cron):
    cron.remind("--at", "7:30", "--yes")
    cron.crontab.write_text(cron.crontab.read_text().replace("leanbreath remind --notify", "python3.9 remind --notify"))
    assert "it starts another leanbreath, or an older one; renew it with  leanbreath remind" in cron.remind().stdout


def test_a_reminder_that_was_set_twice_is_reported(systemd):
    systemd.remind("--at", "7:30", "--yes")
    held = systemd.remind("--at", "7:30", "--with", "cron").stdout
    block = held[held.index("# leanbreath remind: begin") :].replace("\n    ", "\n")
    systemd.crontab.write_text(block)
    assert "set more than once; leanbreath remind --off removes all of them" in systemd.remind().stdout


def test_doctor_says_when_the_reminder_comes(cron):
    cron.remind("--at", "7:30", "--yes")
    shown = leanbreath(cron.home, "doctor", "--no-play", PATH=str(cron.programs)).stdout
    assert "  reminder     7:30 every day, by cron\n               last: not yet; next: " in shown


WRONG = [
    (("--at", "25:00"), 'expected a time of day, not "25:00"'),
    (("--at", "7:30", "--days", "so"), 'no day "so"; write days such as mon,wed,fri, or daily'),
    (("--days", "mon"), "a reminder needs a time, such as --at 7:30"),
    (("--off", "--at", "7:30"), "--off removes the reminder; leave out the other options"),
    (("--at", "7:30", "--with", "at"), "'at' is not one of"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_wrong_use_is_answered_with_what_would_be_right(cron, arguments, said):
    done = cron.remind(*arguments)
    assert done.returncode == 2 and said in done.stderr


def notify(machine: Machine, at: datetime):
    return machine.remind("--notify", "--at", f"{at.hour}:{at.minute:02}", "--days", "daily")


def test_a_reminder_is_shown_once_on_the_desktop(machine):
    machine.put("notify-send", NOTIFY_SEND)
    at = datetime.now() - timedelta(minutes=5)
    for _ in range(2):
        done = notify(machine, at)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    [shown] = (machine.home / "shown").read_text().splitlines()
    assert shown.strip()


def test_a_reminder_that_is_not_due_shows_nothing(machine):
    machine.put("notify-send", NOTIFY_SEND)
    machine.put("crontab", CRONTAB)
    at = datetime.now() + timedelta(minutes=5)
    machine.remind("--at", f"{at.hour}:{at.minute:02}", "--yes")
    notify(machine, at)
    assert not (machine.home / "shown").exists()


def test_without_a_desktop_the_reminder_is_printed(machine):
    done = notify(machine, datetime.now() - timedelta(minutes=5))
    assert done.returncode == 0 and len(done.stdout.splitlines()) == 1 and done.stderr == ""


@pytest.mark.parametrize(
    "content", quick_values(["", "{", "[]", '{"shown": 5}', '{"shown": "yesterday"}', "\x00"], "{", '{"shown": 5}')
)
def test_a_broken_note_of_the_last_reminder_is_no_obstacle(machine, content):
    (machine.home / "leanbreath").mkdir()
    (machine.home / "leanbreath" / "reminder.json").write_text(content)
    assert notify(machine, datetime.now() - timedelta(minutes=5)).stdout
    assert "shown" in json.loads((machine.home / "leanbreath" / "reminder.json").read_text())


def test_the_path_of_a_link_that_lasts_is_written_not_what_it_leads_to(cron):
    home = cron.programs / "leanbreath"
    script = Path(os.sys.executable).with_name("leanbreath")
    home.symlink_to(script)
    assert f"{shlex.quote(str(home))} remind --notify" in cron.remind("--at", "7:30").stdout
