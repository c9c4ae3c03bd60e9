"""However a session ends, the terminal is restored, what was done is shown and saved, and the exit code fits."""

import json
import signal
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.home import at_terminal, environment, leanbreath, short_routine
from tests.quick_cases import quick_cases
from tests.terminal import Terminal

RESTORED = ("\x1b[?1049l", "\x1b[?25h")
SIGNALS = [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    started: list[Terminal] = []
    yield started
    for terminal in started:
        terminal.kill()


def written(folder: Path) -> dict:
    (session,) = json.loads(leanbreath(folder, "history", "--json").stdout)["sessions"]
    return session


def finished(session: dict) -> list[str]:
    return [row["title"] for row in session["work"] if row["done_seconds"] >= row["planned_seconds"]]


FAST = ("--output", "silent", "--at-once")
THREE = ["First hold", "Second hold", "Second hold"]


def on_third_step(terminals: list[Terminal], folder: Path) -> Terminal:
    terminal = at_terminal(folder, "run", short_routine(folder), *FAST)
    terminals.append(terminal)
    terminal.wait_for(lambda: "Next: the end" in "\n".join(terminal.screen()))
    return terminal


@pytest.mark.parametrize(("number", "code"), quick_cases(SIGNALS, SIGNALS[:1]))
def test_a_signal_ends_the_screen_in_order(tmp_path, terminals, number, code):
    terminal = on_third_step(terminals, tmp_path)
    terminal.signal(number)
    assert terminal.end() == code
    assert all(sequence in terminal.text() for sequence in RESTORED)
    assert "Three short holds: 0:" in terminal.text().split("\x1b[?1049l")[-1]
    assert (written(tmp_path)["ending"], finished(written(tmp_path))) == ("stopped", THREE)


def test_ctrl_c_ends_the_screen_like_a_signal(tmp_path, terminals):
    terminal = on_third_step(terminals, tmp_path)
    terminal.send("\x03")
    assert terminal.end() == 130
    assert written(tmp_path)["ending"] == "stopped"


def test_q_asks_first_and_then_shows_what_was_done(tmp_path, terminals):
    terminal = on_third_step(terminals, tmp_path)
    terminal.send("q")
    terminal.wait_for("End the session?")
    terminal.send("n")
    terminal.wait_for(lambda: "End the session?" not in "\n".join(terminal.screen()))
    terminal.send("q")
    terminal.wait_for("End the session?")
    terminal.send("y")
    terminal.wait_for("How hard was it?")
    terminal.send(" ")
    assert terminal.end() == 0
    assert "Second hold: left 0:01, right 0:01" in terminal.text()
    assert (written(tmp_path)["ending"], finished(written(tmp_path))) == ("left", THREE)


@pytest.mark.parametrize("options", [(), ("--plain",)])
def test_closing_the_terminal_ends_the_session_and_loses_nothing(tmp_path, terminals, options):
    terminal = at_terminal(tmp_path, "run", short_routine(tmp_path), *FAST, *options)
    terminals.append(terminal)
    terminal.wait_for(lambda: "Third hold" in terminal.text() or terminal.text().count("Go.") == 3)
    terminal.wait_for(lambda: len(finished(written(tmp_path))) == 3)
    terminal.hang_up()
    assert terminal.end() == 129
    assert (written(tmp_path)["ending"], finished(written(tmp_path))) == ("stopped", THREE)


def test_a_killed_session_is_in_the_diary(tmp_path, terminals):
    terminal = on_third_step(terminals, tmp_path)
    terminal.wait_for(lambda: len(finished(written(tmp_path))) == 3)
    terminal.signal(signal.SIGKILL)
    terminal.end()
    assert (written(tmp_path)["ending"], finished(written(tmp_path))) == (None, THREE)
    assert "cut off" in leanbreath(tmp_path, "history").stdout


@pytest.mark.parametrize("options", [(), ("--plain",)])
def test_an_internal_error_is_one_line_and_a_log(tmp_path, terminals, options):
    command = [sys.executable, "-m", "tests.cli.faulty", "run", "pre-run-6", *FAST, *options]
    terminal = Terminal(command, environment(tmp_path), 200)
    terminals.append(terminal)
    assert terminal.end() == 3
    said = terminal.text().split("\x1b[?1049l")[-1]
    assert said.count("internal error (RuntimeError: the fault [that was] planted); the log is") == 1
    assert "Traceback" not in said
    log = next(tmp_path.rglob("leanbreath.log")).read_text()
    assert "Traceback" in log and "the fault [that was] planted" in log
    assert written(tmp_path)["ending"] == "fault"


@pytest.mark.parametrize(("number", "code"), quick_cases(SIGNALS, SIGNALS[:1]))
def test_a_signal_ends_the_lines_in_order_and_restores_the_keyboard(tmp_path, terminals, number, code):
    terminal = at_terminal(tmp_path, "run", short_routine(tmp_path), *FAST, "--plain")
    terminals.append(terminal)
    terminal.wait_for(lambda: "Third hold" in terminal.text() or terminal.text().count("Go.") == 3)
    assert not terminal.modes() & termios.ICANON
    terminal.signal(number)
    assert terminal.end() == code
    assert terminal.modes() & termios.ICANON and terminal.modes() & termios.ECHO
    assert "Three short holds: 0:" in terminal.text()
