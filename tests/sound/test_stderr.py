"""What C libraries write on standard error is kept off a terminal, and nothing else is for longer than that."""

import os

import pytest

from leanbreath.sound.stderr import restore_stderr, silence_stderr


def write(text: str) -> None:
    os.write(2, text.encode())


def test_output_is_discarded_while_silenced_and_nesting_changes_nothing(capfd):
    write("a")
    with silence_stderr():
        write("b")
        with silence_stderr():
            write("c")
        write("d")
    write("e")
    assert capfd.readouterr().err == "ae"


def test_stderr_is_restored_when_the_silenced_call_fails(capfd):
    with pytest.raises(OSError, match="no device"), silence_stderr():
        raise OSError("no device")
    write("a")
    assert capfd.readouterr().err == "a"


def test_stderr_can_be_restored_while_the_silenced_call_hangs(capfd):
    with silence_stderr():
        restore_stderr()
        write("a")
    write("b")
    assert capfd.readouterr().err == "ab"
