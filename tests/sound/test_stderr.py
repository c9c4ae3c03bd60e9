"""What C libraries write on standard error is kept off a terminal, and nothing else is for longer than that."""

import os

import pytest

from leanbreath.sound.stderr import loud_errors, quiet_errors


def write(text: str) -> None:
    os.write(2, text.encode())


def test_what_is_written_meanwhile_goes_nowhere_and_within_it_nothing_changes(capfd):
    write("a")
    with quiet_errors():
        write("b")
        with quiet_errors():
            write("c")
        write("d")
    write("e")
    assert capfd.readouterr().err == "ae"


def test_it_ends_with_what_was_to_be_quiet_also_where_that_fails(capfd):
    with pytest.raises(OSError, match="no device"), quiet_errors():
        raise OSError("no device")
    write("a")
    assert capfd.readouterr().err == "a"


def test_the_program_is_heard_again_though_what_was_to_be_quiet_hangs(capfd):
    with quiet_errors():
        loud_errors()
        write("a")
    write("b")
    assert capfd.readouterr().err == "ab"
