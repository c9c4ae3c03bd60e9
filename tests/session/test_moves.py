"""Moves near and at a wait, and edits that take longer than a block of the device."""

import pytest

from leanbreath.routine.model import Wait
from leanbreath.score.score import RATE
from leanbreath.session.clock import DeviceClock, SilentClock
from leanbreath.session.session import Session
from tests.score.making import frame, score, step
from tests.session.playing import silent

SCORE = score(step("A", "hold", "10s"), Wait("Press."), step("B", "hold", "10s"), step("C", "hold", "10s"))


@pytest.mark.parametrize(("seconds", "state", "title"), [(7, "waiting", "Press."), (16, "counting", "B")])
def test_next_goes_to_a_wait_and_from_there_to_the_step_after_it(seconds, state, title):
    session = silent(SCORE)
    session.move("begin", 0)
    session.move("next", seconds)
    status = session.status(seconds + 0.1)
    assert (status.state, status.snapshot.passage.title) == (state, title)


def test_a_session_that_starts_after_a_wait_does_not_stop_at_it():
    session = Session(SCORE, silent(SCORE).clock, start=frame(10))
    session.move("begin", 0)
    assert session.status(6).state == "playing"


class Hasty(DeviceClock):
    """A device that takes another block each time it is looked at."""

    def first_editable_frame(self, now: float) -> int:
        self.deliver(2 * RATE // 50, now)
        return super().first_editable_frame(now)


def test_an_edit_that_is_slower_than_the_device_is_made_further_ahead():
    clock = Hasty()
    session = Session(SCORE, SilentClock(0))
    clock.deliver(0, 0)
    session.follow_device(clock, 0)
    assert session.move("begin", 0)
    assert session.timeline.splices[-1].state == "waiting"
    assert session.timeline.splices[1].at >= clock.delivered - 2 * RATE // 50


def test_a_wait_at_the_end_is_announced_before_the_end_is_heard():
    last = score(step("A", "hold", "10s"), Wait("Press."))
    session = silent(last)
    session.move("begin", 0)
    heard = [cue.say or cue.sound for _, _, cue in session.timeline.cues(0, frame(60))]
    assert "end" not in heard and heard[-1] == "Press."
    session.move("resume", 20)
    assert "end" in [cue.sound for _, _, cue in session.timeline.cues(frame(20), frame(60))]
