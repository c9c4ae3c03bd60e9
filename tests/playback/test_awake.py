"""The display is kept awake for as long as a session runs, and nothing is left of that afterwards."""

import sys
import threading
from time import monotonic

import pytest

from leanbreath.playback.awake import keep_awake
from leanbreath.playback.time_source import boot_seconds


def test_a_short_session_asks_the_platform_for_nothing_and_leaves_no_thread():
    before, began = threading.active_count(), monotonic()
    with keep_awake():
        assert threading.active_count() == before + 1
    assert threading.active_count() == before and monotonic() - began < 1


def test_the_display_is_released_after_the_session():
    before = threading.active_count()
    with keep_awake(delay_seconds=0.0):
        while "wakepy" not in sys.modules:
            pass
    assert threading.active_count() == before


def test_an_error_in_a_session_releases_the_display_too():
    before = threading.active_count()
    with pytest.raises(ZeroDivisionError), keep_awake():
        raise ZeroDivisionError
    assert threading.active_count() == before


def test_boot_seconds_run_like_monotonic_seconds():
    one, first = boot_seconds(), monotonic()
    while monotonic() - first < 0.01:
        pass
    assert boot_seconds() - one == pytest.approx(monotonic() - first, abs=0.005)
