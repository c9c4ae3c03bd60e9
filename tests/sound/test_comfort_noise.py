"""A headset is kept awake while nothing is performed, and what is performed is let through to the last bit."""

import numpy as np
import pytest

from leanbreath.score.score import RATE
from leanbreath.sound.comfort_noise import Waking, comfort_noise
from leanbreath.sound.pcm import sixteen_bits

BLOCK = 1_920
LOUD = np.full((BLOCK, 2), 0.25, np.float32)
SILENT = np.zeros((BLOCK, 2), np.float32)


def woken(blocks: list[tuple[np.ndarray, bool]]) -> str:
    """Return for each block whether it was played as it is, as silence too, or became near-silence."""
    waking = Waking()
    played = [(block, waking(block, standing)) for block, standing in blocks]
    return "".join("=" if after is before else "w" if np.abs(after).max() else "?" for before, after in played)


def test_a_whisper_is_the_least_that_16_bits_can_hold():
    assert set(np.unique(np.abs(sixteen_bits(comfort_noise(RATE))))) == {0, 1}


def test_a_second_after_the_last_sound_of_a_pause_near_silence_begins():
    second = RATE // BLOCK
    assert woken([(LOUD, False), *[(SILENT, True)] * 40]) == "=" * (1 + second) + "w" * (40 - second)


def test_before_anything_was_played_it_begins_at_once():
    assert woken([(SILENT, True)] * 3 + [(LOUD, True)] + [(SILENT, True)] * 2) == "www==="


@pytest.mark.parametrize("block", [LOUD, SILENT])
def test_what_is_performed_is_never_touched_its_silences_neither(block):
    assert set(woken([(block, False)] * 100)) == {"="}


def test_words_in_a_wait_are_let_through_and_what_is_silent_for_long_before_them_is_not():
    assert woken([(SILENT, False)] * 50 + [(SILENT, True), (LOUD, True), (SILENT, True)]) == "=" * 50 + "w=="
