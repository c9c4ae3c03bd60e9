"""The volume under the runner's hand: steps of 3 dB, mute, and a fade within one block from each to the next."""

import numpy as np
import pytest

from leanbreath.sound.volume import Fader
from leanbreath.sound.volume_range import LOUDEST_DB, SOFTEST_DB

ONES = np.ones((480, 2), np.float32)
NOISE = np.random.default_rng(1).random((480, 2), np.float32) - np.float32(0.5)


def test_at_0_db_a_block_is_unchanged_bit_for_bit():
    fader = Fader()
    assert fader.apply(NOISE) is NOISE
    fader.louder()
    fader.apply(ONES)
    fader.quieter()
    fader.apply(ONES)
    assert fader.apply(NOISE).tobytes() == NOISE.tobytes()


@pytest.mark.parametrize(
    ("presses", "expected"),
    [("+", 3), ("-", -3), ("--", -6), ("-+", 0), ("+++++", 6), ("-" * 20, -36), ("-" * 20 + "+", -33)],
)
def test_a_press_is_three_db_between_the_loudest_and_the_softest(presses, expected):
    fader = Fader()
    for press in presses:
        fader.louder() if press == "+" else fader.quieter()
    assert fader.volume_db == expected
    assert SOFTEST_DB <= expected <= LOUDEST_DB


@pytest.mark.parametrize(("volume", "gain"), [(0, 1), (6, 1.99526), (-6, 0.501187), (-36, 0.0158489), (-20, 0.1)])
def test_db_are_twenty_times_the_logarithm_of_the_gain(volume, gain):
    assert Fader(volume).gain == pytest.approx(gain, rel=1e-5)


def test_a_change_is_faded_in_over_one_block_and_then_holds():
    fader = Fader()
    fader.quieter()
    fade, after = fader.apply(ONES), fader.apply(ONES)
    gain = 10 ** (-3 / 20)
    assert fade[0] == pytest.approx(1) and fade[-1] == pytest.approx(gain)
    assert (np.diff(fade[:, 0]) <= 0).all() and np.abs(np.diff(fade[:, 0])).max() < 0.001
    assert after == pytest.approx(gain)


def test_both_channels_are_faded_alike():
    fader = Fader()
    fader.quieter()
    fade = fader.apply(ONES)
    assert np.array_equal(fade[:, 0], fade[:, 1])


def test_mute_fades_out_to_silence_and_back():
    fader = Fader()
    fader.mute()
    out = fader.apply(ONES)
    assert out[0] == pytest.approx(1) and not out[-1].any()
    assert not fader.apply(NOISE).any()
    fader.mute()
    back = fader.apply(ONES)
    assert not back[0].any() and back[-1] == pytest.approx(1)
    assert fader.apply(NOISE) is NOISE


def test_a_session_that_begins_muted_is_silent_from_its_first_frame():
    assert not Fader(muted=True).apply(NOISE).any()


def test_louder_unmutes_and_quieter_does_not():
    fader = Fader(muted=True)
    fader.quieter()
    assert fader.muted and fader.gain == 0
    fader.louder()
    assert not fader.muted and fader.volume_db == 0


def test_a_block_is_never_changed_in_place():
    before = NOISE.copy()
    fader = Fader()
    fader.mute()
    fader.apply(NOISE)
    assert np.array_equal(NOISE, before)
