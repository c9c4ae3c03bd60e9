"""Near-silence: enough to wake a headset that sleeps when nothing is played, too soft to be heard."""

import numpy as np

from leanbreath.score.score import RATE
from leanbreath.sound.mix import Block

STEP = np.float32(1 / 32_768)
"""The smallest step of 16 bits, 90 dB under full scale."""

_NOISE = np.random.default_rng(1).integers(-1, 2, (RATE, 1)).astype(np.float32) * STEP


def whisper(count: int) -> Block:
    """Return so many frames of near-silence."""
    return np.resize(_NOISE, (count, 1)).repeat(2, axis=1)
