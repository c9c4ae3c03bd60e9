"""Near-silence: enough to keep a headset awake that sleeps when nothing is played, too soft to be heard."""

import numpy as np

from leanbreath.score.score import RATE
from leanbreath.sound.mixer import Block

STEP = np.float32(1 / 32_768)
"""The smallest step of 16 bits, 90 dB under full scale."""

AFTER = RATE
"""So many frames of silence are let be."""

_NOISE = np.random.default_rng(1).integers(-1, 2, (RATE, 1)).astype(np.float32) * STEP


def comfort_noise(count: int) -> Block:
    """Return so many frames of near-silence."""
    return np.resize(_NOISE, (count, 1)).repeat(2, axis=1)


class Waking:
    """Puts near-silence in the place of a silence that lasts; what is performed is let through to the last bit."""

    def __init__(self) -> None:
        self._silent = AFTER

    def __call__(self, block: Block, standing: bool) -> Block:
        """Return the next block as it is to be played; `standing` says that nothing is performed meanwhile."""
        self._silent = 0 if block.any() else self._silent + len(block)
        return comfort_noise(len(block)) if standing and self._silent > AFTER else block
