"""How far tones are turned down under spoken words, from tables; each frame on its own."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.score import RATE
from leanbreath.sound.easing import rise

Gain = NDArray[np.float32]

DUCKED_DB = -10
DUCKED = np.float32(10 ** (DUCKED_DB / 20))
ATTACK, RELEASE = RATE * 3 // 20, RATE * 2 // 5
"""Tones duck in the 150 ms before a line and recover in the 400 ms after it."""


DOWN: Gain = (1 - (1 - DUCKED) * rise(ATTACK)).astype(np.float32)
UP: Gain = (1 - (1 - DUCKED) * rise(RELEASE)[::-1]).astype(np.float32)


class Ducking(NamedTuple):
    """Tones duck from frame `begin` and recover from frame `end`, from wherever they were."""

    begin: int
    end: int


def ducking_gain(ducking: list[Ducking], first: int, count: int) -> Gain | None:
    """Return the gain of tones in frames `first` to `first + count`, or None if nothing ducks them."""
    gain: Gain | None = None
    for begin, end in ducking:
        head, tail = max(begin, first), min(end + RELEASE, first + count)
        if head < tail:
            gain = np.ones(count, np.float32) if gain is None else gain
            frame = np.arange(head, tail)
            down = DOWN[np.clip(frame - begin, 0, ATTACK)]
            up = UP[np.clip(frame - end, 0, RELEASE)]
            part = gain[head - first : tail - first]
            np.minimum(part, np.maximum(down, up), out=part)
    return gain
