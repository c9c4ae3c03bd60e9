"""Pinned routines are kept in a file of the user's, and nothing in it is ever lost."""

import pytest

from leanbreath.userdata.pins import pinned_routines, pins_file, toggle_pin

NAMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")


@pytest.fixture(autouse=True)
def own(tmp_path, monkeypatch):
    for name in NAMES:
        monkeypatch.setenv(name, str(tmp_path))


def written(content: bytes) -> None:
    pins_file().parent.mkdir(parents=True)
    pins_file().write_bytes(content)


def test_a_routine_is_pinned_and_unpinned_and_the_order_is_that_of_pinning():
    assert pinned_routines() == ()
    assert (toggle_pin("daily-12"), toggle_pin("desk-reset-4")) == ("", "")
    assert pinned_routines() == ("daily-12", "desk-reset-4")
    assert toggle_pin("daily-12") == "" and pinned_routines() == ("desk-reset-4",)


def test_what_else_is_in_the_file_stays_there():
    written(b"# mine\r\nno-such-routine\n\xff\xfe\ndaily-12\n")
    toggle_pin("pre-run-6")
    toggle_pin("daily-12")
    assert pins_file().read_bytes() == b"# mine\nno-such-routine\n\xff\xfe\npre-run-6\n"


def test_a_routine_pinned_twice_by_hand_is_unpinned_at_once():
    written(b"daily-12\ndaily-12\n")
    assert pinned_routines() == ("daily-12",)
    toggle_pin("daily-12")
    assert pinned_routines() == ()


def test_a_file_that_cannot_be_read_is_reported_and_left_alone():
    pins_file().mkdir(parents=True)
    assert "it is not a file" in toggle_pin("daily-12")
    assert pinned_routines() == () and pins_file().is_dir()


def test_a_file_too_large_for_a_list_is_reported_and_left_alone():
    written(b"x" * 200_000)
    assert toggle_pin("daily-12").endswith("is too large to be a list of routines; move it away")
    assert pins_file().stat().st_size == 200_000
