"""A controller from the opening of the sound to its end: when it begins, what it keeps, how it loses its device."""

from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from leanbreath.score import cue_sheet
from leanbreath.score.score import RATE
from leanbreath.session.clock import DeviceClock, SilentClock
from leanbreath.session.controller import BACK, LOST, SLEPT, STALLED, SessionController
from leanbreath.session.session import Session
from tests.score.making import score, step

SCORE = score(step("A", "hold", "10s"), step("B", "hold", "10s", ready="5s"))


@dataclass
class Sound:
    """Notes what it is asked for; with a clock of its own it is a device, which asks for frames when it is told to."""

    device_clock: DeviceClock | None = None
    needs_bell: bool = False
    fault: Exception | None = None
    progress_text: str = ""
    asked: list[str] = field(default_factory=list)

    def open(self, session: Session) -> str:
        self.asked.append("open")
        return "" if self.device_clock else "No sound."

    follows_session: bool = False

    def is_lost(self, now: float) -> bool:
        return self.device_clock is not None and self.device_clock.is_lost(now)

    def reopen(self) -> None:
        self.asked.append("reopen")
        self.device_clock = None

    def close(self) -> None:
        self.asked.append("close")


def performance(clock: DeviceClock | None = None, opened: float = 100.0) -> tuple[SessionController, list]:
    kept: list = []
    made = SessionController(
        Session(SCORE, SilentClock(opened)), Sound(clock), lambda done, frame: kept.append((done, frame))
    )
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
    assert clock.is_joined and made.session.clock is clock


@pytest.mark.parametrize(("seconds", "expected"), [(104.1, "preparing"), (104.3, "over")])
def test_a_device_that_never_begins_is_waited_for_four_seconds(seconds, expected):
    made, _ = performance(DeviceClock())
    made.tick(seconds)
    assert made.session.timeline.splices[-1].state == expected


def playing() -> tuple[SessionController, DeviceClock, float]:
    """Return a controller that plays on a device, and when that last asked."""
    clock = DeviceClock(latency_seconds=0.2)
    made, _ = performance(clock)
    made.tick(deliver(clock, 100.1, 1.0))
    now = deliver(clock, 101.1, 9.0)
    assert made.tick(now).state == "playing"
    return made, clock, now


def drift(made: SessionController, start: float, seconds: float, asking: DeviceClock | None = None) -> float:
    """Tick thirty times a second, with a device that asks in time or not at all; return how far time jumped at most."""
    first = made.tick(start).device_frame - start * RATE
    worst, due = 0.0, start
    for number in range(1, round(seconds * 30)):
        now = start + number / 30
        while asking and due <= now:
            asking.deliver(1920, due)
            due += 0.04
        worst = max(worst, abs(made.tick(now).device_frame - now * RATE - first) / RATE)
    return worst


def test_a_lost_device_is_said_once_and_time_goes_on_without_a_jump():
    made, _, now = playing()
    assert drift(made, now + 0.04, 6.0) < 0.001
    assert (made.notice, made.sound.asked) == (LOST, ["open", "reopen"])
    assert isinstance(made.session.clock, SilentClock)


def test_a_device_that_is_back_sets_the_pace_again_without_a_jump():
    made, _, now = playing()
    drift(made, now + 0.04, 3.0)
    found = made.sound.device_clock = DeviceClock(latency_seconds=0.2, opened_at=now + 3)
    assert drift(made, now + 3.04, 5.0, found) < 0.02
    assert made.session.clock is found and made.notice == BACK
    assert drift(made, now + 8.04, 15.0, found) < 0.02
    assert made.notice == ""


def test_a_device_that_ran_dry_for_a_moment_is_back_by_itself_without_a_word():
    made, clock, now = playing()
    assert drift(made, now + 0.04, 0.6) < 0.001
    assert drift(made, now + 0.64, 2.0, clock) < 0.02
    assert (clock.underruns, made.session.clock is clock, made.notice) == (1, True, "")


def test_a_program_that_was_stopped_is_paused_where_it_was():
    made, _ = performance()
    made.tick(100.1)
    before_it = made.tick(110).device_frame
    assert made.tick(500).device_frame == before_it
    assert made.tick(501).state == "paused" and made.notice == STALLED
    assert made.session.status(600).snapshot.frame == made.session.status(501).snapshot.frame


def test_a_computer_that_slept_is_known_by_the_clock_that_goes_on_meanwhile():
    made, _clock, now = playing()
    assert made.tick(now + 0.03, boot=now + 0.03).state == "playing"
    frame = made.session.status(now + 0.03).snapshot.frame
    made.tick(now + 0.06, boot=now + 3600)
    later = made.tick(now + 0.2, boot=now + 3600.14)
    assert later.state == "paused" and made.notice == SLEPT
    assert abs(later.snapshot.frame - frame) < RATE / 5


def test_without_a_keyboard_nothing_pauses_by_itself():
    made = SessionController(Session(SCORE, SilentClock(100), wait=RATE), Sound(), lambda *_: None)
    made.open(lambda: 100.0)
    made.tick(100.1)
    made.tick(108)
    assert made.tick(500).state != "paused" and made.notice not in (SLEPT, STALLED)


def test_a_screen_that_hangs_while_the_device_plays_on_does_not_pause():
    made, clock, now = playing()
    after = deliver(clock, now + 0.04, 8.0)
    assert made.tick(after).state == "playing"


def test_a_performance_that_is_held_does_not_begin():
    made, _ = performance()
    made.is_held = True
    assert [made.tick(100 + second).state for second in (0.1, 1, 2)] == ["preparing"] * 3
    made.is_held = False
    made.tick(103)
    assert made.tick(103.1).state == "counting"


@pytest.mark.parametrize(("bell", "expected"), [(True, ["0:00", "0:10", "0:15", "0:25"]), (False, [])])
def test_the_bell_is_rung_where_a_step_begins_or_ends(bell, expected):
    made, _ = performance()
    made.sound.needs_bell = bell
    rung = []
    for tick in range(1, 1000):
        status = made.tick(100 + tick / 30)
        if made.should_ring_bell(status) and status.snapshot.frame:
            rung.append(cue_sheet.format_time(status.snapshot.frame))
    assert rung == expected


def test_what_was_done_is_kept_at_each_passage_every_five_seconds_and_at_the_end():
    made, kept = performance()
    for tenth in range(400):
        made.record_progress(made.tick(100 + tenth / 10), 100 + tenth / 10)
    states = [tuple(row.done // 48_000 for row in rows) for rows, _ in kept]
    # counting in, A, the gap, B, over: what is kept is what had been done by then
    assert states[0] == (0, 0) and states[-1] == (10, 10) and (10, 0) in states
    assert len(kept) == 7 and kept[-1][1] == 25 * RATE
    places = [place / RATE for _, place in kept]
    assert all(later - sooner < 5.2 for sooner, later in pairwise(places))
    result = made.close(140)
    assert (result.title, result.played, result.total) == ("Own", 25 * RATE, 25 * RATE)
    assert len(kept) == 8 and made.sound.asked == ["open", "close"]


def test_one_key_pauses_and_goes_on():
    made, _ = performance()
    for second in range(100, 110):
        made.tick(second + 0.1)
    made.toggle_pause(110)
    assert made.tick(111).state == "paused"
    made.toggle_pause(112)
    assert made.tick(113).state == "counting"
