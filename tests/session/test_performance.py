"""A performance from the opening of the sound to its end: when it begins, what it keeps, how it loses its device."""

from dataclasses import dataclass, field

import pytest

from leanbreath.session.clock import DeviceClock, SilentClock
from leanbreath.session.performance import LOST, Performance
from leanbreath.session.session import Session
from tests.score.making import frame, score, step

SCORE = score(step("A", "hold", "10s"), step("B", "hold", "10s", ready="5s"))


@dataclass
class Sound:
    """Notes what it is asked for; with a clock of its own it is a device, which asks for frames when it is told to."""

    clock: DeviceClock | None = None
    fault: Exception | None = None
    asked: list[str] = field(default_factory=list)

    def open(self, session: Session) -> str:
        self.asked.append("open")
        if self.clock:
            session.clock = self.clock
        return "" if self.clock else "No sound."

    def close(self) -> None:
        self.asked.append("close")


def performance(clock: DeviceClock | None = None, opened: float = 100.0) -> tuple[Performance, list]:
    kept: list = []
    made = Performance(Session(SCORE, SilentClock(opened)), Sound(clock), kept.append)
    made.open(lambda: opened)
    return made, kept


def deliver(clock: DeviceClock, start: float, seconds: float) -> float:
    """Let a device ask for 40 ms blocks for a while; return when it last did."""
    blocks = round(seconds * 25)
    for number in range(blocks):
        clock.deliver(1920, start + number * 0.04)
    return start + (blocks - 1) * 0.04


def test_without_a_device_the_session_begins_at_the_first_tick():
    made, _ = performance()
    assert made.notice == "No sound."
    assert made.tick(100.1).state == "preparing"
    assert made.tick(100.2).state == "counting"


def test_with_a_device_the_session_begins_once_it_asks_evenly():
    clock = DeviceClock()
    made, _ = performance(clock)
    now = deliver(clock, 100.1, 0.16)
    made.tick(now)
    assert made.session.timeline.splices[-1].state == "preparing"
    now = deliver(clock, now + 0.04, 0.4)
    made.tick(now)
    assert made.session.timeline.splices[-1].state == "over"


@pytest.mark.parametrize(("seconds", "expected"), [(103.9, DeviceClock), (104.1, SilentClock)])
def test_a_device_that_never_begins_is_waited_for_four_seconds(seconds, expected):
    made, _ = performance(DeviceClock())
    made.tick(seconds)
    assert type(made.session.clock) is expected
    assert (made.notice == LOST) == (expected is SilentClock)


def test_a_lost_device_lets_the_session_go_on_from_what_was_heard():
    clock = DeviceClock()
    made, _ = performance(clock)
    made.tick(deliver(clock, 100.1, 1.0))
    now = deliver(clock, 101.1, 9.0)
    heard = clock.heard(now + 1.1)
    before = made.tick(now + 0.5)
    assert before.state == "playing" and made.notice == ""
    after = made.tick(now + 1.1)
    assert (made.notice, after.device, made.sound.asked) == (LOST, heard, ["open", "close"])
    assert made.tick(now + 3.1).device == pytest.approx(heard + frame(2), abs=2)


def test_what_was_done_is_kept_at_each_passage_and_once_more_at_the_end():
    made, kept = performance()
    for tenth in range(400):
        made.note(made.tick(100 + tenth / 10), 100 + tenth / 10)
    states = [tuple(row.done // 48_000 for row in rows) for rows in kept]
    # counting in, A, the gap, B, over: what is kept is what had been done by then
    assert states[0] == (0, 0) and states[-1] == (10, 10) and (10, 0) in states
    assert len(kept) == 5
    assert made.close(140)[0] == "Own: 0:25 of 0:25 done."
    assert len(kept) == 6 and made.sound.asked == ["open", "close"]


def test_one_key_pauses_and_goes_on():
    made, _ = performance()
    made.tick(100.1)
    made.toggle(110)
    assert made.tick(111).state == "paused"
    made.toggle(112)
    assert made.tick(113).state == "counting"
