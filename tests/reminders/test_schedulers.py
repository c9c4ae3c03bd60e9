"""What is written for each scheduler, also where a path is as hostile as its system allows."""

import plistlib
import re
import shlex
import subprocess
from datetime import time
from xml.etree import ElementTree

import pytest

from leanbreath.reminders import cron, launchd, schtasks, systemd
from leanbreath.reminders.reminder import DAYS, Reminder
from leanbreath.reminders.scheduler import SCHEDULERS, choose_scheduler
from leanbreath.reminders.shell_command import Program
from leanbreath.reminders.steps import Place, Remove, Write
from leanbreath.routine.problems import InvalidRequest

DAILY, SOME = Reminder(time(7, 30)), Reminder(time(19, 5), ("mon", "sun"))
PLAIN = Program(("/ada/.local/bin/leanbreath",))
PLACE = Place("/ada/.config", "/ada", "/ada/data", 1000)
BROKEN = "'Time to practise. leanbreath no longer starts; install it again.'"

PATHS = [
    "/a b/leanbreath",
    "/it's/leanbreath",
    '/"q"/leanbreath',
    "/100%/%h/leanbreath",
    "/$HOME/`id`/leanbreath",
    "/ü;&|/leanbreath",
]


@pytest.mark.parametrize(
    ("platform", "programs", "has_manager", "chosen"),
    [
        ("linux", {"systemctl", "crontab"}, True, "systemd"),
        ("linux", {"systemctl", "crontab"}, False, "cron"),
        ("linux", {"crontab"}, False, "cron"),
        ("linux", {"systemctl"}, False, None),
        ("freebsd14", {"crontab"}, False, "cron"),
        ("darwin", {"crontab"}, False, "launchd"),
        ("win32", set(), False, "schtasks"),
    ],
)
def test_the_scheduler_follows_from_what_there_is(platform, programs, has_manager, chosen):
    assert choose_scheduler(platform, programs, has_manager) == chosen


def test_the_timer_of_systemd_catches_up_and_its_service_has_a_fallback():
    [timer, service, *commands] = systemd.on_steps(PLAIN, SOME, PLACE, "")
    assert timer.path == "/ada/.config/systemd/user/leanbreath-reminder.timer"
    assert timer.content.decode() == (
        "# Written by leanbreath remind; leanbreath remind --off removes it.\n"
        "[Unit]\nDescription=Reminder to practise\n\n"
        "[Timer]\nOnCalendar=Mon,Sun *-*-* 19:05:00\nPersistent=true\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )
    assert service.content.decode().endswith(
        "[Service]\nType=oneshot\n"
        'ExecStart=/bin/sh -c "/ada/.local/bin/leanbreath remind --notify --at 19:05 --days mon,sun'
        f' || notify-send leanbreath {BROKEN}"\n'
    )
    assert [" ".join(each.command) for each in commands] == [
        "systemctl --user daemon-reload",
        "systemctl --user enable leanbreath-reminder.timer",
        "systemctl --user restart leanbreath-reminder.timer",
    ]


def test_the_lines_of_cron_look_every_hour_for_what_was_missed():
    command = "/ada/.local/bin/leanbreath remind --notify --at 19:05 --days mon,sun"
    desktop = "env DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/1000/bus"
    assert cron.lines(PLAIN, SOME, 1000) == (
        "# leanbreath remind: begin\n"
        f"5 19 * * 1,0 {command} || {desktop} notify-send leanbreath {BROKEN}\n"
        f"5 0-18,20-23 * * * {command} >/dev/null 2>&1\n"
        "# leanbreath remind: end\n"
    )


@pytest.mark.parametrize(("hour", "others"), [(0, "1-23"), (1, "0-0,2-23"), (23, "0-22")])
def test_cron_never_runs_both_lines_at_once(hour, others):
    assert f"\n0 {others} * * * " in cron.lines(PLAIN, Reminder(time(hour)), 1)


def test_the_agent_of_launchd_runs_at_login_too():
    agent = plistlib.loads(launchd.agent(PLAIN, SOME))
    assert agent["StartCalendarInterval"] == [
        {"Weekday": 1, "Hour": 19, "Minute": 5},
        {"Weekday": 7, "Hour": 19, "Minute": 5},
    ]
    assert agent["RunAtLoad"] is True and agent["Label"] == "leanbreath.reminder"
    assert agent["ProgramArguments"][:2] == ["/bin/sh", "-c"]
    assert plistlib.loads(launchd.agent(PLAIN, DAILY))["StartCalendarInterval"] == [{"Hour": 7, "Minute": 30}]


def test_the_scheduled_task_starts_on_battery_and_late_at_wall_time():
    [write, run, remove] = schtasks.on_steps(PLAIN, SOME, PLACE, "")
    task = ElementTree.fromstring(write.content.decode("utf-16").partition("\n")[2])  # noqa: S314 - our own text
    found = {each.tag.partition("}")[2]: each.text for each in task.iter()}
    assert found["DisallowStartIfOnBatteries"] == found["StopIfGoingOnBatteries"] == "false"
    assert found["StartWhenAvailable"] == "true" and found["StartBoundary"] == "2024-01-01T19:05:00"
    assert {"Monday", "Sunday"} <= set(found) and "Tuesday" not in found
    assert write.path == run.command[5] == remove.path and write.content.startswith((b"\xff\xfe", b"\xfe\xff"))


@pytest.mark.parametrize("name", ["systemd", "launchd", "schtasks"])
@pytest.mark.parametrize(("hour", "times"), [(0, 2), (2, 2), (3, 2), (4, 1), (7, 1), (23, 1)])
def test_a_time_that_may_be_skipped_in_spring_is_looked_at_twice(name, hour, times):
    steps = SCHEDULERS[name].on_steps(PLAIN, Reminder(time(hour, 30)), PLACE, "")
    texts = "".join(step.shown for step in steps if isinstance(step, Write))
    assert len(re.findall("OnCalendar=|<key>Hour</key>|<StartBoundary>", texts)) == times


@pytest.mark.parametrize("path", PATHS)
def test_a_hostile_path_is_the_same_word_for_every_scheduler(path):
    program = Program((path,), {"XDG_DATA_HOME": "/da ta"})
    words = ["XDG_DATA_HOME=/da ta", path, "remind", "--notify", "--at", "7:30", "--days", "daily", "||"]
    command = systemd.service_text(program, DAILY).rpartition("ExecStart=/bin/sh -c ")[2].strip()
    assert shlex.split(_as_systemd(command))[:9] == words
    assert shlex.split(cron.lines(program, DAILY, 1).splitlines()[1].replace("\\%", "%"))[5:14] == words
    assert shlex.split(plistlib.loads(launchd.agent(program, DAILY))["ProgramArguments"][2])[:9] == words
    assert "%" not in schtasks.task(program, DAILY)


def _as_systemd(quoted: str) -> str:
    """Return a quoted word as systemd reads it."""
    [inner] = re.fullmatch(r'"((?:[^"\\]|\\.)*)"', quoted).groups()
    assert not re.search(r"(?<!%)(%%)*%(?!%)", inner) and not re.search(r"(?<!\$)(\$\$)*\$(?!\$)", inner)
    return re.sub(r"\\(.)", r"\1", inner).replace("%%", "%").replace("$$", "$")


def test_a_line_break_in_a_path_is_escaped_or_refused():
    program = Program(("/a\nb/leanbreath",))
    assert "'/a\\nb/leanbreath'" in systemd.service_text(program, DAILY)
    with pytest.raises(InvalidRequest, match="can't hold a path with a line break"):
        cron.lines(program, DAILY, 1)


def test_the_command_runs_in_a_shell_with_a_fallback_where_leanbreath_no_longer_starts(tmp_path):
    folder = tmp_path / "it's $HOME %h"
    folder.mkdir()
    for name, text in (("leanbreath", 'echo "$@" >>{0}/ran; exit $CODE'), ("notify-send", 'echo "$2" >>{0}/shown')):
        (folder / name).write_text("#!/bin/sh\n" + text.format(shlex.quote(str(tmp_path))) + "\n")
        (folder / name).chmod(0o755)
    command = plistlib.loads(launchd.agent(Program((str(folder / "leanbreath"),)), DAILY))["ProgramArguments"][2]
    command = command.partition("||")[0] + "|| notify-send leanbreath Broken"
    for code in ("0", "1"):
        subprocess.run(["/bin/sh", "-c", command], env={"PATH": str(folder), "CODE": code}, check=True)
    assert (tmp_path / "ran").read_text() == "remind --notify --at 7:30 --days daily\n" * 2
    assert (tmp_path / "shown").read_text() == "Broken\n"


CRONTABS = [
    "",
    "MAILTO=ada\n",
    "0 5 * * * backup\n# leanbreath remind me to buy shoes\n\n",
    "# odd\x0bline\u2028here\n1 2 3 4 5 leanbreath remind --at 7:30\n",
]


@pytest.mark.parametrize("crontab", CRONTABS)
def test_a_crontab_keeps_every_other_byte(crontab):
    [on] = cron.on_steps(PLAIN, DAILY, PLACE, crontab)
    assert on.given.decode() == crontab + cron.lines(PLAIN, DAILY, 1000)
    [again] = cron.on_steps(PLAIN, SOME, PLACE, on.given.decode())
    assert again.given.decode() == crontab + cron.lines(PLAIN, SOME, 1000)
    [off] = cron.off_steps(PLACE, again.given.decode())
    assert off.given.decode() == crontab if crontab else off.command == ("crontab", "-r")


def test_the_last_line_of_a_crontab_is_ended_before_ours():
    [on] = cron.on_steps(PLAIN, DAILY, PLACE, "0 5 * * * backup")
    assert on.given.decode().startswith("0 5 * * * backup\n# leanbreath remind: begin\n")


def test_a_block_that_somebody_cut_is_removed_too():
    cut = cron.lines(PLAIN, DAILY, 1).replace(f"{cron.END}\n", "")
    assert cron.without_reminder(f"1 * * * * a\n{cut}2 * * * * b\n") == "1 * * * * a\n2 * * * * b\n"


@pytest.mark.parametrize("name", SCHEDULERS)
def test_what_is_written_is_known_again_and_another_program_is_told_apart(name):
    scheduler, other = SCHEDULERS[name], Program(("/old/leanbreath",))
    steps = scheduler.on_steps(PLAIN, SOME, PLACE, "")
    held = "".join(step.shown for step in steps if isinstance(step, Write)) or steps[0].given.decode()
    assert scheduler.is_current(PLAIN, SOME, PLACE, held)
    assert not scheduler.is_current(other, SOME, PLACE, held)


@pytest.mark.parametrize("name", SCHEDULERS)
def test_off_removes_every_file_that_on_wrote(name):
    on, off = SCHEDULERS[name].on_steps(PLAIN, DAILY, PLACE, ""), SCHEDULERS[name].off_steps(PLACE, "")
    removed = {step.path for step in (*on, *off) if isinstance(step, Remove)}
    assert {step.path for step in on if isinstance(step, Write)} == removed


def test_days_are_those_of_the_week_for_every_scheduler():
    for number, day in enumerate(DAYS):
        one = Reminder(time(7, 30), (day,))
        assert f"OnCalendar={day.title()} *" in systemd.timer_text(one)
        assert f"30 7 * * {(number + 1) % 7} " in cron.lines(PLAIN, one, 1)
        assert plistlib.loads(launchd.agent(PLAIN, one))["StartCalendarInterval"][0]["Weekday"] == number + 1
        assert f"<{schtasks.NAMES[day]}/>" in schtasks.task(PLAIN, one)
        assert schtasks.NAMES[day].lower().startswith(day)
