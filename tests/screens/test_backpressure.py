"""When a link counts as slow, and when it is trusted again."""

from itertools import repeat

import pytest

from leanbreath.screens.backpressure import FIRST_PATIENCE, LONGEST_PATIENCE, Link

RATE = 30


def after(link: Link, frames: list[bool], start: float) -> Link:
    """Return a link after frames that were drawn (True) or dropped, thirty a second."""
    for number, is_drawn in enumerate(frames):
        link = link.after_frame(is_drawn, start + number / RATE)
    return link


@pytest.mark.parametrize(
    ("pattern", "is_slow"),
    [
        ([True], False),
        ([False] * 3 + [True] * 60, False),
        ([True] * 19 + [False], False),
        ([True] * 2 + [False], True),
        ([True, False], True),
        ([False], True),
    ],
    ids=["none", "three in a row now and then", "one of twenty", "one of three", "every other", "all"],
)
def test_a_link_is_slow_when_many_frames_are_dropped(pattern, is_slow):
    assert after(Link(), (pattern * 90)[: 3 * RATE], 0).is_slow == is_slow


def test_a_slow_link_is_trusted_after_ten_seconds_without_a_dropped_frame():
    slow = after(Link(), [False] * RATE, 0)
    assert after(slow, [True] * int(RATE * (FIRST_PATIENCE - 1)), 1).is_slow
    assert not after(slow, [True] * int(RATE * (FIRST_PATIENCE + 1)), 1).is_slow


def test_a_dropped_frame_begins_the_wait_again():
    slow = after(Link(), [False] * RATE, 0)
    frames = [True] * int(RATE * (FIRST_PATIENCE - 1)) + [False] + [True] * int(RATE * (FIRST_PATIENCE - 1))
    assert after(slow, frames, 1).is_slow


def test_a_link_that_turns_slow_again_must_be_good_for_longer():
    link, now, waits = Link(), 0.0, []
    for _ in repeat(None, 8):
        link = after(link, [False] * RATE, now)
        began = now = now + 1
        while link.is_slow:
            link, now = link.after_frame(True, now), now + 1
        waits.append(now - began)
    assert waits[0] <= FIRST_PATIENCE + 2 and waits[1] >= 2 * FIRST_PATIENCE - 1
    assert waits == sorted(waits) and max(waits) <= LONGEST_PATIENCE + 2
