"""Comfort noise keeps a headset awake while a session is idle, and never touches what a session plays."""

import numpy as np
import pytest

from leanbreath.score.score import RATE
from leanbreath.sound.comfort_noise import ComfortNoise, comfort_noise
from leanbreath.sound.pcm import to_pcm16

BLOCK = 1_920
LOUD = np.full((BLOCK, 2), 0.25, np.float32)
SILENT = np.zeros((BLOCK, 2), np.float32)


def played(blocks: list[tuple[np.ndarray, bool]]) -> str:
    """Return for each block whether it was played unchanged (=), replaced by noise (w) or lost (?)."""
    noise = ComfortNoise()
    pairs = [(block, noise.apply(block, is_idle)) for block, is_idle in blocks]
    return "".join("=" if after is before else "w" if np.abs(after).max() else "?" for before, after in pairs)


def test_comfort_noise_is_the_softest_that_16_bits_can_hold():
    assert set(np.unique(np.abs(to_pcm16(comfort_noise(RATE))))) == {0, 1}


def test_comfort_noise_begins_one_second_into_the_silence_of_a_pause():
    second = RATE // BLOCK
    assert played([(LOUD, False), *[(SILENT, True)] * 40]) == "=" * (1 + second) + "w" * (40 - second)


def test_comfort_noise_begins_at_once_before_anything_has_played():
    assert played([(SILENT, True)] * 3 + [(LOUD, True)] + [(SILENT, True)] * 2) == "www==="


@pytest.mark.parametrize("block", [LOUD, SILENT])
def test_a_playing_session_is_never_touched_even_in_its_silences(block):
    assert set(played([(block, False)] * 100)) == {"="}


def test_words_in_a_wait_pass_through_and_the_long_silence_around_them_does_not():
    assert played([(SILENT, False)] * 50 + [(SILENT, True), (LOUD, True), (SILENT, True)]) == "=" * 50 + "w=="
