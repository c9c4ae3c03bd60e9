from pathlib import Path

import pytest

from leanbreath.reminders import notification
from leanbreath.reminders.notification import ATTEMPTS, PAUSE_SECONDS, command, show


def test_a_desktop_that_has_just_started_is_given_time(tmp_path, monkeypatch):
    _desktop(tmp_path, monkeypatch, "exit 1")
    pauses: list[float] = []
    assert not show("Now.", pauses.append)
    assert pauses == [PAUSE_SECONDS] * (ATTEMPTS - 1)


def test_a_desktop_that_answers_is_asked_once(tmp_path, monkeypatch):
    _desktop(tmp_path, monkeypatch, f'echo "$@" >>{tmp_path}/asked')
    assert show("Now.", lambda _: pytest.fail("waits for nothing"))
    assert (tmp_path / "asked").read_text() == "--app-name=leanbreath leanbreath Now.\n"


def _desktop(folder: Path, monkeypatch, text: str) -> None:
    program = folder / "notify-send"
    program.write_text(f"#!/bin/sh\n{text}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    monkeypatch.setattr(notification.sys, "platform", "linux")


@pytest.mark.parametrize("text", ["It's time.", '"quoted" $HOME `id` %PATH%', "ümläut ✓"])
def test_a_text_is_never_code_on_a_desktop(text):
    assert command(text, "darwin")[-1] == text and all(text not in word for word in command(text, "darwin")[:-1])
    assert command(text, "linux")[-1] == text
    assert f"'leanbreath', '{text.replace(chr(39), chr(39) * 2)}', 'Info'" in command(text, "win32")[-1]
