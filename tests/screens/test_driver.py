"""The screen is drawn on the stream it is given, and on nothing else."""

import os
import pty
import sys
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

import pytest

from leanbreath.playback.terminal import terminal_stream
from leanbreath.screens.backpressure import is_writable
from tests.home import PROGRAM, environment
from tests.terminal import Terminal


def test_redirected_standard_error_holds_nothing_of_the_screen(tmp_path):
    errors = tmp_path / "errors.txt"
    command = ["sh", "-c", f'exec "$@" 2> {errors}', "sh", *PROGRAM, "run", "pre-run-6", "--output", "silent"]
    terminal = Terminal(command, environment(tmp_path))
    try:
        terminal.wait_for("Six-minute lean primer")
        terminal.send("\x03")
        assert terminal.end() == 130
    finally:
        terminal.kill()
    assert "\x1b" not in errors.read_text()


def fills_up(terminal: int, is_full: Callable[[], bool]) -> bool:
    """Write until a terminal is full, and return whether it was; for a while the kernel moves bytes on."""
    deadline = monotonic() + 10
    while not is_full() and monotonic() < deadline:
        with suppress(BlockingIOError):
            os.write(terminal, b"x" * 4096)
    return monotonic() < deadline


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_that_takes_no_more_is_not_writable():
    ours, theirs = pty.openpty()
    try:
        with os.fdopen(theirs, "w", encoding="utf-8") as stream:
            assert is_writable(stream)
            os.set_blocking(stream.fileno(), False)
            assert fills_up(stream.fileno(), lambda: not is_writable(stream))
    finally:
        os.close(ours)


def test_a_file_is_always_writable(tmp_path):
    with (tmp_path / "out").open("w", encoding="utf-8") as stream:
        assert is_writable(stream)


def test_the_streams_of_the_program_are_left_as_they_are(capfd):
    before = sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__
    with terminal_stream() as stream:
        assert (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__) == before
        stream.write("drawn")
        os.write(2, b"printed by a library")
    printed = capfd.readouterr()
    assert (printed.out, printed.err) == ("drawn", "")
