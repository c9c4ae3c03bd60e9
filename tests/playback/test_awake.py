"""The display is kept awake for as long as a session runs, and nothing is left of that afterwards."""

import sys
import threading
from time import monotonic

import pytest

from leanbreath.playback.awake import keep_awake
from leanbreath.playback.timing import boot_seconds


def test_a_session_that_is_soon_over_asks_for_nothing_and_leaves_no_thread():
    before, began = threading.active_count(), monotonic()
    with keep_awake():
        assert threading.active_count() == before + 1
    assert threading.active_count() == before and monotonic() - began < 1


def test_what_was_asked_of_the_platform_is_let_go():
    before = threading.active_count()
    with keep_awake(delay_seconds=0.0):
        while "wakepy" not in sys.modules:
            pass
    assert threading.active_count() == before


def test_a_fault_in_a_session_lets_the_display_go_too():
    before = threading.active_count()
    with pytest.raises(ZeroDivisionError), keep_awake():
        raise ZeroDivisionError
    assert threading.active_count() == before


def test_boot_seconds_go_on_as_monotonic_ones_do():
    one, first = boot_seconds(), monotonic()
    while monotonic() - first < 0.01:
        pass
    assert boot_seconds() - one == pytest.approx(monotonic() - first, abs=0.005)
