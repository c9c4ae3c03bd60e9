"""What outputs are given of a session: pulled blocks, and frames for chunks."""

import numpy as np
import pytest

from leanbreath.playback.mixer_source import SessionPullSource, SessionPushSource
from leanbreath.score.score import RATE
from leanbreath.session.clock import DeviceClock, SilentClock
from leanbreath.session.session import Session
from leanbreath.sound.comfort_noise import comfort_noise
from leanbreath.sound.mixer import mix
from leanbreath.sound.volume import Fader
from tests.score.making import score, step
from tests.sound.noises import KIT

SCORE = score(step("A", "breath", "4-0-6-0 x 2"))


class Moments:
    """A second that a test sets, and the faults that were reported."""

    def __init__(self, bank=KIT) -> None:
        self.second, self.faults = 0.0, []
        self.session = Session(SCORE, SilentClock(0.0))
        self.clock = DeviceClock()
        self.parts = self.session, lambda: bank, Fader(), lambda: self.second, self.faults.append

    def pulled(self) -> SessionPullSource:
        return SessionPullSource(*self.parts, self.clock)

    def pushed(self) -> SessionPushSource:
        return SessionPushSource(*self.parts)


def test_a_device_that_has_not_joined_pulls_near_silence():
    moments = Moments()
    assert np.array_equal(moments.pulled().pull(100), comfort_noise(100))


def test_a_device_that_has_joined_pulls_the_mix_of_the_timeline():
    moments = Moments()
    source = moments.pulled()
    moments.clock.deliver(0, 0.0)
    moments.session.follow_device(moments.clock, 0.0)
    assert moments.session.move("begin", 0.0)
    blocks = [source.pull(RATE // 10) for _ in range(40)]
    mixed = mix(moments.session.timeline.regions(0, 4 * RATE, KIT.tail), KIT, 0, 4 * RATE)
    assert mixed.any() and np.array_equal(np.concatenate(blocks)[RATE:], mixed[RATE:])


class BrokenBank:
    """A sound bank that cannot be used."""

    @property
    def tail(self) -> int:
        raise ValueError("broken")


@pytest.mark.parametrize("kind", ["pull", "push"])
def test_an_error_in_the_audio_thread_is_reported_and_raised(kind):
    moments = Moments(BrokenBank())
    moments.clock.deliver(0, 0.0)
    moments.session.follow_device(moments.clock, 0.0)
    with pytest.raises(ValueError, match="broken"):
        moments.pulled().pull(10) if kind == "pull" else moments.pushed().mix(0, 10)
    assert [str(fault) for fault in moments.faults] == ["broken"]


def test_the_version_of_pushed_frames_changes_with_the_timeline_and_the_volume():
    moments = Moments()
    source = moments.pushed()
    first = source.version()
    assert source.version() == first
    moments.session.move("begin", 0.0)
    second = source.version()
    source.fader.quieter()
    assert first < second < source.version()


def test_frames_for_chunks_stand_still_until_the_session_counts_in():
    moments = Moments()
    source = moments.pushed()
    assert source.stands_still(0)
    moments.session.move("begin", 0.0)
    assert [source.stands_still(frame) for frame in (0, 1000, RATE, 10 * RATE)] == [True, False, False, False]
    moments.second = 2.0
    assert source.heard_frame() == 2 * RATE


@pytest.mark.parametrize("offset", [-0.2, 0.0, 0.35])
def test_an_output_that_is_pushed_chunks_plays_what_is_heard_later(offset):
    moments = Moments()
    moments.second = 2.0
    assert SessionPushSource(*moments.parts, offset).heard_frame() == 2 * RATE + round(offset * RATE)
