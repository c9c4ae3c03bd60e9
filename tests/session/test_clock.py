"""What is heard when: clocks driven by numbers, with callbacks in time, late, uneven, or missing."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.score.score import RATE
from leanbreath.session.clock import DeviceClock, SilentClock
from tests.strategies import few

BLOCK = 1920
"""40 ms."""


@pytest.mark.parametrize(
    ("speed", "now", "expected"),
    [(1.0, 10, 0), (1.0, 11, RATE), (1.0, 9, 0), (2.0, 11, 2 * RATE), (0.5, 12, RATE), (1.0, 10.5, RATE // 2)],
)
def test_a_silent_clock_runs_by_itself_at_its_speed(speed, now, expected):
    clock = SilentClock(10, speed)
    assert clock.heard_frame(now) == expected
    assert clock.first_editable_frame(now) == expected + 1


def test_a_silent_clock_can_start_at_a_frame():
    assert SilentClock(10, 1.0, frame=500).heard_frame(10) == 500


@pytest.mark.parametrize(("clock", "expected"), [(SilentClock(0, 4.0), 0.25), (DeviceClock(), 1.0)])
def test_a_faster_clock_makes_a_second_of_frames_shorter(clock, expected):
    assert clock.seconds(RATE) == expected


def joined(latency_seconds: float = 0.0, now: float = 100.0) -> DeviceClock:
    """Return the clock of a device that has joined, and whose frames are those of the session."""
    clock = DeviceClock(latency_seconds=latency_seconds)
    clock.deliver(0, now)
    clock.join(-round(latency_seconds * RATE), now)
    return clock


def taken(clock: DeviceClock, late: list[float], start: float = 100.0) -> float:
    """Let a device ask for 40 ms blocks, each so many seconds late; return when the last was due."""
    for number, seconds in enumerate(late):
        clock.deliver(BLOCK, start + number * BLOCK / RATE + seconds)
    return start + (len(late) - 1) * BLOCK / RATE


def test_blocks_are_delivered_one_after_the_other():
    clock = joined(now=1.0)
    assert [clock.deliver(count, 1.0) for count in (100, 50, 7)] == [0, 100, 150]
    assert clock.first_editable_frame(1.0) == clock.delivered == 157


def test_a_device_that_has_not_joined_gets_no_frames_and_is_not_lost():
    clock = DeviceClock()
    assert clock.deliver(100, 100.0) is None
    assert (clock.heard_frame(100.0), clock.first_editable_frame(100.0), clock.is_joined, clock.is_lost(100.0)) == (
        0,
        1,
        False,
        False,
    )


@pytest.mark.parametrize("held", [0.0, 0.02, 0.06])
def test_between_blocks_the_heard_frame_moves_with_time_behind_by_the_latency(held):
    clock = joined(held)
    due = taken(clock, [0.0] * 50)
    for after in (0.0, 0.01, 0.02, 0.039):
        expected = (49 * BLOCK / RATE + after - held) * RATE
        assert clock.heard_frame(due + after) == pytest.approx(expected, abs=2)


@pytest.mark.parametrize("seconds", [0.2, 0.5, 1.1])
def test_when_a_device_does_not_ask_the_heard_frame_keeps_moving(seconds):
    clock = joined()
    due = taken(clock, [0.0] * 50)
    before = clock.heard_frame(due)
    assert clock.heard_frame(due + seconds) - before == pytest.approx(seconds * RATE, abs=2)


delays = st.lists(st.floats(0, 0.25), min_size=1, max_size=40)


@few
@given(delays, st.floats(0, 0.1))
def test_the_heard_frame_never_goes_back(late, held):
    clock, now = joined(held), 100.0
    heard = clock.heard_frame(now)
    for seconds in late:
        now += BLOCK / RATE + seconds
        clock.deliver(BLOCK, now)
        for later in (0.0, 0.01, 0.03):
            assert heard <= clock.heard_frame(now + later) < clock.first_editable_frame(now + later)
            heard = clock.heard_frame(now + later)


@pytest.mark.parametrize("held", [0.0, 0.2])
@pytest.mark.parametrize("frame", [0, 12_345, 10**7])
def test_a_device_joins_at_the_present_frame_without_a_jump(held, frame):
    clock = DeviceClock(latency_seconds=held)
    due = taken(clock, [0.0, 0.01, 0.0, 0.02] * 10)
    clock.join(frame, due + 0.013)
    assert clock.heard_frame(due + 0.013) == pytest.approx(frame, abs=1)
    first = clock.deliver(BLOCK, due + 0.04)
    assert first == pytest.approx(frame + (held + 0.04 - 0.013) * RATE, abs=2)


@pytest.mark.parametrize(
    ("held", "gap", "expected"), [(0.2, 0.28, 0), (0.2, 0.32, 1), (0.36, 0.44, 0), (0.36, 0.48, 1)]
)
def test_a_device_that_asks_after_its_buffer_ran_dry_has_to_join_again(held, gap, expected):
    clock = joined(held)
    due = taken(clock, [0.0] * 50)
    before = clock.heard_frame(due)
    handed = clock.deliver(BLOCK, due + gap)
    assert (clock.underruns, clock.is_joined, handed is None) == (expected, not expected, bool(expected))
    assert clock.heard_frame(due + gap) - before == pytest.approx(gap * RATE, abs=2)


def test_a_device_that_ran_dry_leaves_out_the_frames_it_missed():
    clock = joined(latency_seconds=0.2)
    due = taken(clock, [0.0] * 50)
    clock.heard_frame(due)
    now = taken(clock, [0.0] * 20, start=due + 0.5)
    heard = clock.heard_frame(now)
    clock.join(heard, now)
    assert clock.underruns == 1
    assert heard == pytest.approx((now - 100.2) * RATE, abs=3)
    assert clock.deliver(BLOCK, now + 0.04) == pytest.approx(heard + 0.24 * RATE, abs=3)


@pytest.mark.parametrize("seed", range(20))
def test_callbacks_that_jitter_by_30_ms_move_the_heard_line_by_less_than_5(seed):
    random, clock = Random(seed), joined(0.06)  # noqa: S311
    for number in range(1000):
        now = 100.0 + number * BLOCK / RATE + random.uniform(0, 0.03)
        clock.deliver(BLOCK, now)
        if number > 100:
            exact = (now - 100.0 - 0.06) * RATE
            assert abs(clock.heard_frame(now) - exact) < 0.005 * RATE


@pytest.mark.parametrize("jump", [0.16, -0.16])
def test_a_latency_that_changes_is_followed_without_a_jump(jump):
    clock, now = joined(0.2), 100.0
    steps = []
    for number in range(400):
        now = 100.0 + number * 0.04
        frames = BLOCK + (round(jump * RATE) if number == 200 else 0)
        clock.deliver(frames, now)
        before = clock.heard_frame(now)
        steps.append(clock.heard_frame(now + 0.039) - before - 0.039 * RATE)
    assert max(map(abs, steps)) < 0.003 * RATE
    assert clock.heard_frame(now) == pytest.approx((now - 100.2 + jump) * RATE, abs=0.05 * RATE)


def test_one_late_callback_changes_nothing():
    even, late = joined(0.06), joined(0.06)
    due = taken(even, [0.0] * 50)
    taken(late, [0.0] * 49 + [0.03])
    assert late.heard_frame(due + 0.03) == even.heard_frame(due + 0.03)


def test_a_device_that_runs_slightly_slow_is_followed():
    clock = joined()
    for number in range(25 * 60):
        now = 100.0 + number * BLOCK / RATE * 1.0005
        clock.deliver(BLOCK, now)
    # four seconds of a line that is 0.05 % too steep are 2 ms
    assert clock.heard_frame(now) == pytest.approx(clock.delivered - BLOCK, abs=0.003 * RATE)


@pytest.mark.parametrize(("silence", "expected"), [(0.1, False), (0.7, False), (0.9, True), (60, True)])
def test_a_device_that_stops_asking_is_lost_within_a_second(silence, expected):
    clock = joined()
    due = taken(clock, [0.0] * 50)
    assert clock.is_lost(due + silence) is expected


@pytest.mark.parametrize(("opened", "now", "expected"), [(None, 999, False), (100, 104, False), (100, 106, True)])
def test_a_device_that_never_asks_is_lost_after_five_seconds(opened, now, expected):
    assert DeviceClock(opened_at=opened).is_lost(now) is expected


@pytest.mark.parametrize(("silence", "expected"), [(2.0, False), (4.9, False), (5.1, True)])
def test_a_device_that_has_not_joined_may_pause_between_its_first_blocks(silence, expected):
    clock = DeviceClock(opened_at=99)
    assert clock.is_lost(taken(clock, [0.0] * 7) + silence) is expected


@pytest.mark.parametrize(
    ("blocks", "after", "expected"), [(2, 0.0, False), (10, 0.0, True), (10, 0.1, True), (10, 0.4, False)]
)
def test_a_device_is_steady_once_it_has_asked_evenly_for_a_while(blocks, after, expected):
    clock = DeviceClock()
    due = taken(clock, [0.0] * blocks)
    assert clock.is_steady(due + after) is expected


def test_a_longer_settling_time_is_waited_for():
    clock = DeviceClock(settle_seconds=2.0)
    assert not clock.is_steady(taken(clock, [0.0] * 50))
    clock = DeviceClock(settle_seconds=2.0)
    assert clock.is_steady(taken(clock, [0.0] * 52))


def test_after_a_gap_a_device_that_has_not_joined_must_become_steady_again():
    clock = DeviceClock()
    taken(clock, [0.0] * 50)
    assert not clock.is_steady(taken(clock, [0.0] * 2, start=200.0))
    assert clock.is_steady(taken(clock, [0.0] * 10, start=200.08))


class Disturbed(DeviceClock):
    """A clock that another thread gets at between any two reads of a field."""

    def __getattribute__(self, name):
        value = super().__getattribute__(name)
        if name in ("_shift", "_lines") and (meanwhile := self.__dict__.pop("meanwhile", None)):
            meanwhile()
        return value


@pytest.mark.parametrize("look", ["heard_frame", "first_editable_frame"])
@pytest.mark.parametrize("number", range(4))
def test_a_device_may_run_dry_while_its_clock_is_read(look, number):
    """Between the reads of one look the audio thread may find that the device ran dry, and begin its lines anew."""
    clock = Disturbed(latency_seconds=0.2)
    clock.deliver(0, 100.0)
    clock.join(-round(0.2 * RATE), 100.0)
    due = taken(clock, [0.0] * 50)
    expected = clock.heard_frame(due)

    def dry(left: int = number) -> None:
        clock.__dict__["meanwhile"] = (lambda: dry(left - 1)) if left else (lambda: clock.deliver(BLOCK, due + 2))

    dry()
    assert getattr(clock, look)(due + 0.01) >= expected


def test_there_is_a_line_to_read_at_every_moment_of_a_delivery():
    seen = []

    class Looked(DeviceClock):
        def __setattr__(self, name, value):
            super().__setattr__(name, value)
            if name == "_lines":
                seen.append(len(value))

    clock = Looked()
    taken(clock, [0.0] * 50)
    clock.deliver(BLOCK, 200.0)
    assert min(seen[1:]) == 1


def reported(clock: DeviceClock, late: list[float], held: list[float], start: float = 100.0) -> float:
    """Let a device ask for blocks and say, each time, that so many seconds of what it took are still to be heard."""
    for number, (seconds, holds) in enumerate(zip(late, held, strict=True)):
        now = start + number * BLOCK / RATE + seconds
        clock.deliver(BLOCK, now)
        clock.report(round((now - start - holds) * RATE), now)
    return start + (len(late) - 1) * BLOCK / RATE


@pytest.mark.parametrize("held", [0.03, 0.24, 0.9])
@pytest.mark.parametrize("assumed", [0.0, 0.36])
def test_what_a_device_reports_is_believed_before_what_is_assumed(held, assumed):
    clock = DeviceClock(latency_seconds=assumed)
    due = reported(clock, [0.0] * 20, [held] * 20)
    clock.join(0, due)
    handed = clock.deliver(BLOCK, due + 0.04)
    assert handed == pytest.approx(20 * BLOCK - (due - 100 - held) * RATE, abs=3)


@pytest.mark.parametrize("odd", [0.0, 2.0])
def test_one_odd_report_moves_nothing(odd):
    clock = DeviceClock()
    due = reported(clock, [0.0] * 100, [0.24] * 100)
    clock.join(0, due)
    clock.deliver(BLOCK, due + 0.04)
    clock.report(round((due + 0.04 - 100 - odd) * RATE), due + 0.04)
    assert clock.heard_frame(due + 1.0) == pytest.approx(RATE, abs=3)


def test_a_device_that_is_exchanged_for_a_slower_one_is_followed_without_a_jump():
    clock = joined(0.24)
    steps, now = [], 100.0
    for number in range(400):
        now = 100.0 + number * 0.04
        clock.deliver(BLOCK, now)
        clock.report(round((now - 100 - (0.24 if number < 100 else 0.44)) * RATE), now)
        before = clock.heard_frame(now)
        steps.append(clock.heard_frame(now + 0.039) - before)
    assert min(steps) > 0.9 * 0.039 * RATE
    assert clock.heard_frame(now + 0.039) == pytest.approx((now + 0.039 - 100.44) * RATE, abs=0.005 * RATE)


@pytest.mark.parametrize("offset", [-0.3, 0.15, 2.0])
def test_with_an_offset_everything_is_heard_that_much_later(offset):
    clock = DeviceClock(latency_seconds=0.2, offset_seconds=offset)
    due = taken(clock, [0.0] * 50)
    clock.join(1000, due)
    assert clock.heard_frame(due) == 1000
    assert clock.deliver(BLOCK, due + 0.04) == pytest.approx(1000 + (0.2 + offset + 0.04) * RATE, abs=3)
    assert clock.first_editable_frame(due + 0.04) > clock.heard_frame(due + 0.04)


@few
@given(delays, st.lists(st.floats(-0.5, 2), min_size=40, max_size=40), st.lists(st.floats(0, 3), min_size=40))
def test_time_never_goes_back_whatever_is_reported_or_set(late, offsets, held):
    clock, now = joined(0.24), 100.0
    heard = clock.heard_frame(now)
    for seconds, offset, holds in zip(late, offsets, held, strict=False):
        now += BLOCK / RATE + seconds
        clock.deliver(BLOCK, now)
        clock.report(clock.delivered - round(holds * RATE), now)
        clock.offset_seconds = offset
        for later in (0.0, 0.01, 0.03):
            assert heard <= clock.heard_frame(now + later) < clock.first_editable_frame(now + later)
            heard = clock.heard_frame(now + later)


def test_a_new_offset_is_followed_within_seconds_and_without_a_jump():
    clock = joined(0.2)
    due = taken(clock, [0.0] * 50)
    before = clock.heard_frame(due)
    clock.offset_seconds = 0.1
    steps = [clock.heard_frame(due + number / 30) for number in range(76)]
    assert min(b - a for a, b in pairwise(steps)) > 0.9 * RATE / 30
    assert steps[-1] - before == pytest.approx(2.4 * RATE, abs=0.002 * RATE)
