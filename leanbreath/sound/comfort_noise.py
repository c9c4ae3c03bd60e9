"""Comfort noise: too soft to hear, loud enough to keep a headset from going to sleep."""

import numpy as np

from leanbreath.score.score import RATE
from leanbreath.sound.mixer import Block

STEP = np.float32(1 / 32_768)
"""The smallest step of 16 bits, 90 dB under full scale."""

SILENT_FRAMES = RATE
"""How long a silence stays untouched."""

_NOISE = np.random.default_rng(1).integers(-1, 2, (RATE, 1)).astype(np.float32) * STEP


def comfort_noise(count: int) -> Block:
    """Return `count` frames of comfort noise."""
    return np.resize(_NOISE, (count, 1)).repeat(2, axis=1)


class ComfortNoise:
    """Replaces long silences while the session is idle; everything else passes through bit for bit."""

    def __init__(self) -> None:
        self._silent_frames = SILENT_FRAMES

    def apply(self, block: Block, is_idle: bool) -> Block:
        """Return the next block to play; `is_idle` says that the session is paused or waiting throughout it."""
        self._silent_frames = 0 if block.any() else self._silent_frames + len(block)
        return comfort_noise(len(block)) if is_idle and self._silent_frames > SILENT_FRAMES else block
