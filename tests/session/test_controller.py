"""A session from the opening of its sound to its end: when it begins, what it records, how it loses its device."""

from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from leanbreath.score.score import RATE
from leanbreath.score.time_format import format_time
from leanbreath.session.clock import DeviceClock, SilentClock
from leanbreath.session.controller import BACK, LOST, SLEPT, STALLED, SessionController
from leanbreath.session.session import Session
from tests.score.making import score, step

SCORE = score(step("A", "hold", "10s"), step("B", "hold", "10s", ready="5s"))


@dataclass
class Sound:
    """Notes what it is asked for; with a clock it has a device, which asks for frames when a test says so."""

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


def controlled(clock: DeviceClock | None = None, opened: float = 100.0) -> tuple[SessionController, list]:
    recorded: list = []
    controller = SessionController(
        Session(SCORE, SilentClock(opened)), Sound(clock), lambda done, frame: recorded.append((done, frame))
    )
    controller.open(lambda: opened)
    return controller, recorded


def deliver(clock: DeviceClock, start: float, seconds: float) -> float:
    """Let a device ask for 40 ms blocks for a while; return when it last asked."""
    blocks = round(seconds * 25)
    for number in range(blocks):
        clock.deliver(1920, start + number * 0.04)
    return start + (blocks - 1) * 0.04


def test_what_only_a_later_move_needs_is_read_when_the_sound_opens():
    read: list[str] = []
    sound = Sound(None)
    session = Session(SCORE, SilentClock(100))
    controller = SessionController(
        session, sound, lambda *_: None, read_ahead=lambda: read.append(f"after {sound.asked}")
    )
    assert read == []
    controller.open(lambda: 100.0)
    assert read == ["after ['open']"]


def test_without_a_device_the_session_begins_at_the_first_tick():
    controller, _ = controlled()
    assert controller.notice == "No sound."
    assert controller.tick(100.1).state == "preparing"
    assert controller.tick(100.2).state == "counting"


def test_with_a_device_the_session_begins_once_it_asks_evenly():
    clock = DeviceClock()
    controller, _ = controlled(clock)
    now = deliver(clock, 100.1, 0.16)
    controller.tick(now)
    assert controller.session.timeline.splices[-1].state == "preparing"
    now = deliver(clock, now + 0.04, 0.4)
    controller.tick(now)
    assert controller.session.timeline.splices[-1].state == "over"
    assert clock.is_joined and controller.session.clock is clock


@pytest.mark.parametrize(("seconds", "expected"), [(104.1, "preparing"), (104.3, "over")])
def test_a_session_waits_four_seconds_for_a_device_that_never_asks(seconds, expected):
    controller, _ = controlled(DeviceClock())
    controller.tick(seconds)
    assert controller.session.timeline.splices[-1].state == expected


def playing() -> tuple[SessionController, DeviceClock, float]:
    """Return a controller that plays on a device, and when that last asked."""
    clock = DeviceClock(latency_seconds=0.2)
    controller, _ = controlled(clock)
    controller.tick(deliver(clock, 100.1, 1.0))
    now = deliver(clock, 101.1, 9.0)
    assert controller.tick(now).state == "playing"
    return controller, clock, now


def drift(controller: SessionController, start: float, seconds: float, asking: DeviceClock | None = None) -> float:
    """Tick thirty times a second, with a device that asks in time or not at all; return how far time jumped at most."""
    first = controller.tick(start).device_frame - start * RATE
    worst, due = 0.0, start
    for number in range(1, round(seconds * 30)):
        now = start + number / 30
        while asking and due <= now:
            asking.deliver(1920, due)
            due += 0.04
        worst = max(worst, abs(controller.tick(now).device_frame - now * RATE - first) / RATE)
    return worst


def test_a_lost_device_is_announced_once_and_time_continues_without_a_jump():
    controller, _, now = playing()
    assert drift(controller, now + 0.04, 6.0) < 0.001
    assert (controller.notice, controller.sound.asked) == (LOST, ["open", "reopen"])
    assert isinstance(controller.session.clock, SilentClock)


def test_a_device_that_returns_sets_the_pace_again_without_a_jump():
    controller, _, now = playing()
    drift(controller, now + 0.04, 3.0)
    found = controller.sound.device_clock = DeviceClock(latency_seconds=0.2, opened_at=now + 3)
    assert drift(controller, now + 3.04, 5.0, found) < 0.02
    assert controller.session.clock is found and controller.notice == BACK
    assert drift(controller, now + 8.04, 15.0, found) < 0.02
    assert controller.notice == ""


def test_a_device_that_ran_dry_for_a_moment_returns_without_a_notice():
    controller, clock, now = playing()
    assert drift(controller, now + 0.04, 0.6) < 0.001
    assert drift(controller, now + 0.64, 2.0, clock) < 0.02
    assert (clock.underruns, controller.session.clock is clock, controller.notice) == (1, True, "")


@pytest.mark.parametrize(("absence", "answer", "expected"), [(1.5, 0.5, ["open"]), (1.5, 9, ["open", "reopen"])])
def test_a_device_is_not_lost_because_the_program_was_stopped(absence, answer, expected):
    controller, clock, now = playing()
    drift(controller, now + absence, answer)
    drift(controller, now + absence + answer, 2.0, clock)
    assert controller.sound.asked == expected


def test_a_program_that_stalled_is_paused_where_it_was():
    controller, _ = controlled()
    controller.tick(100.1)
    before_it = controller.tick(110).device_frame
    assert controller.tick(500).device_frame == before_it
    assert controller.tick(501).state == "paused" and controller.notice == STALLED
    assert controller.session.status(600).snapshot.frame == controller.session.status(501).snapshot.frame


def test_sleep_is_detected_by_the_clock_that_includes_it():
    controller, _clock, now = playing()
    assert controller.tick(now + 0.03, boot=now + 0.03).state == "playing"
    frame = controller.session.status(now + 0.03).snapshot.frame
    controller.tick(now + 0.06, boot=now + 3600)
    later = controller.tick(now + 0.2, boot=now + 3600.14)
    assert later.state == "paused" and controller.notice == SLEPT
    assert abs(later.snapshot.frame - frame) < RATE / 5


def test_without_a_keyboard_a_session_never_pauses_by_itself():
    controller = SessionController(Session(SCORE, SilentClock(100), wait=RATE), Sound(), lambda *_: None)
    controller.open(lambda: 100.0)
    controller.tick(100.1)
    controller.tick(108)
    assert controller.tick(500).state != "paused" and controller.notice not in (SLEPT, STALLED)


def test_a_screen_that_hangs_while_the_device_plays_does_not_pause_the_session():
    controller, clock, now = playing()
    after = deliver(clock, now + 0.04, 8.0)
    assert controller.tick(after).state == "playing"


def test_a_session_that_is_held_does_not_begin():
    controller, _ = controlled()
    controller.is_held = True
    assert [controller.tick(100 + second).state for second in (0.1, 1, 2)] == ["preparing"] * 3
    controller.is_held = False
    controller.tick(103)
    assert controller.tick(103.1).state == "counting"


@pytest.mark.parametrize(("bell", "expected"), [(True, ["0:00", "0:10", "0:15", "0:25"]), (False, [])])
def test_the_bell_rings_when_a_step_begins_or_ends(bell, expected):
    controller, _ = controlled()
    controller.sound.needs_bell = bell
    rung = []
    for tick in range(1, 1000):
        status = controller.tick(100 + tick / 30)
        if controller.should_ring_bell(status) and status.snapshot.frame:
            rung.append(format_time(status.snapshot.frame))
    assert rung == expected


def test_progress_is_recorded_at_each_passage_every_four_seconds_and_at_the_end():
    controller, recorded = controlled()
    for tenth in range(400):
        controller.record_progress(controller.tick(100 + tenth / 10), 100 + tenth / 10)
    states = [tuple(row.done // 48_000 for row in rows) for rows, _ in recorded]
    # counting in, A, the gap, B, over: what is recorded is what had been done by then
    assert states[0] == (0, 0) and states[-1] == (10, 10) and (10, 0) in states
    assert len(recorded) == 11 and recorded[-1][1] == 25 * RATE
    places = [place / RATE for _, place in recorded]
    assert all(later - sooner < 4.2 for sooner, later in pairwise(places))
    result = controller.close(140)
    assert (result.title, result.played, result.total) == ("Own", 25 * RATE, 25 * RATE)
    assert len(recorded) == 12 and controller.sound.asked == ["open", "close"]


def test_one_key_pauses_and_resumes():
    controller, _ = controlled()
    for second in range(100, 110):
        controller.tick(second + 0.1)
    controller.toggle_pause(110)
    assert controller.tick(111).state == "paused"
    controller.toggle_pause(112)
    assert controller.tick(113).state == "counting"
