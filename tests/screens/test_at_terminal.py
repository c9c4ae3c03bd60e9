"""The screens at a real terminal, from the first frame on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.home import at_terminal
from tests.terminal import Terminal

KEYS = "space pause → next ← back + 10 s h hurts b view ? keys q end"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Terminal]:
    terminal = at_terminal(tmp_path, "run", "pre-run-6")
    yield terminal
    terminal.kill()


def test_the_keys_and_why_there_is_no_sound_are_seen_without_pressing_anything(session):
    session.wait_for("Space: more · q: leave")
    read: list[str] = []
    while any("Space: more" in line for line in session.screen()):
        read += session.screen()
        session.send(" ")
        session.settle()
    read += session.screen()
    for text in ("Before you start. leanbreath is", "Breathing.", "Calf or heel pain"):
        assert any(text in line for line in read)
    if any("Space: start" in line for line in session.screen()):
        session.send(" ")
    session.wait_for(KEYS)
    session.wait_for("No sound: no sound device was found. The session runs without it.")
    session.wait_for("0:01 / 6:")


def test_why_there_was_no_sound_is_on_stderr_once_however_the_session_ends(session):
    session.wait_for("No sound: no sound device was found.")
    session.send("\x03")
    assert session.end() == 130
    assert session.text().split("\x1b[?1049l")[-1].count("No sound: no sound device was found.") == 1


def test_the_home_screen_lists_the_routines_and_its_keys(tmp_path):
    terminal = at_terminal(tmp_path)
    try:
        terminal.wait_for("6:28  Six-minute lean primer")
        terminal.wait_for("quit")
    finally:
        terminal.kill()
