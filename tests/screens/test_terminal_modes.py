"""A screen at a real terminal: its size, and how the terminal is left after stops of every kind."""

import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.home import at_terminal
from tests.quick_cases import quick_values
from tests.terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

Start = Callable[..., Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    started = []

    def at(*arguments: str, **more: str) -> Terminal:
        started.append(at_terminal(tmp_path, *arguments, columns=100, rows=30, **more))
        return started[-1]

    yield at
    for terminal in started:
        terminal.kill()


@pytest.mark.parametrize("exported", [("50", "12"), ("abc", "0")])
def test_a_screen_is_as_large_as_its_terminal_whatever_the_environment_says(start, exported):
    terminal = start(COLUMNS=exported[0], LINES=exported[1])
    terminal.wait_for(lambda: has_footer(terminal, 100, 30))
    terminal.resize(60, 20)
    terminal.wait_for(lambda: has_footer(terminal, 60, 20))


def has_footer(terminal: Terminal, columns: int, rows: int) -> bool:
    """Return whether the footer is at the bottom right of a screen with a margin of a column."""
    footer = terminal.screen()[rows - 1]
    return footer.endswith("^p find") and len(footer) == columns - 2


TEXTUAL = {
    "DRIVER": "no.such:Driver",
    "PRESS": "q",
    "SCREENSHOT": "0",
    "COLOR_SYSTEM": "abc",
    "FPS": "1",
    "DEBUG": "1",
    "FILTERS": "dim",
    "ALLOW_SIGNALS": "1",
}
TERMINAL = {"FORCE_COLOR": "0", "TTY_COMPATIBLE": "0", "TTY_INTERACTIVE": "0", "TERM": "no-such-terminal"}


@pytest.mark.parametrize("switches", [{f"TEXTUAL_{key}": value for key, value in TEXTUAL.items()}, TERMINAL])
def test_no_switch_of_a_library_keeps_a_screen_from_working(start, tmp_path, switches):
    terminal = start(**switches)
    terminal.wait_for("Six-minute lean primer")
    terminal.send("q")
    assert terminal.end() == 0
    assert not list(tmp_path.glob("**/*.svg"))


def is_restored(terminal: Terminal, modes: int) -> bool:
    """Return whether a terminal has its modes and its main screen back."""
    text = terminal.text()
    return terminal.modes() == modes and text.count("\x1b[?1049h") == text.count("\x1b[?1049l")


SIGNALS = {"stop": signal.SIGSTOP, "tstp": signal.SIGTSTP, "cont": signal.SIGCONT}
STOPS = (("stop", "stop"), ("\x1a", "stop", "tstp"), ("cont",))
"""Stops without notice; Ctrl-Z, then both kinds of signal; and the word to continue without a stop."""


def stop(terminal: Terminal, how: str) -> None:
    """Stop a program in a way, and let it continue."""
    if how in SIGNALS:
        terminal.signal(SIGNALS[how])
    else:
        terminal.send(how)
    if how != "cont":
        terminal.resume()


@pytest.mark.parametrize("stops", quick_values(STOPS, STOPS[1]), ids=["SIGSTOP", "Ctrl-Z", "SIGCONT"])
def test_after_a_stop_of_any_kind_a_session_is_shown_again_and_gives_the_terminal_back(start, stops):
    terminal = start("run", "pre-run-6", "--at-once", "--output", "silent")
    modes = terminal.modes()
    terminal.wait_for("March in place")
    for how in stops:
        drawn = len(terminal.chunks)
        stop(terminal, how)
        terminal.wait_for(lambda drawn=drawn: any(b"1049h" in block for _, block in terminal.chunks[drawn:]))
        terminal.wait_for("primer")
    terminal.send("q")
    terminal.wait_for("End the session?")
    terminal.send("\x03")
    assert terminal.end(5) == 130
    assert is_restored(terminal, modes)


def test_after_a_stop_plain_lines_still_take_single_keys(start):
    terminal = start("run", "pre-run-6", "--plain", "--at-once", "--no-voice", "--output", "silent")
    modes = terminal.modes()
    terminal.wait_for("March in place")
    stop(terminal, "stop")
    terminal.wait_for(lambda: terminal.modes() != modes)
    terminal.send("q")
    terminal.wait_for("End the session? y or n.")
    terminal.send("y")
    assert terminal.end(5) == 0
    assert terminal.modes() == modes
