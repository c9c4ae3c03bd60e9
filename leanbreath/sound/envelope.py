"""Gain envelopes from tables: tones duck under words and interrupted sounds fade; each frame on its own."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.score import RATE
from leanbreath.sound.easing import raised_cosine

Gain = NDArray[np.float32]

FADE = RATE // 25
"""An interrupted sound fades within 40 ms."""

DUCKED_DB = -10
DUCKED = np.float32(10 ** (DUCKED_DB / 20))
ATTACK, RELEASE = RATE * 3 // 20, RATE * 2 // 5
"""Tones duck in the 150 ms before a line and recover in the 400 ms after it."""


def _rise(frames: int) -> NDArray[np.float64]:
    return raised_cosine(np.arange(frames + 1) / frames)


FADE_IN: Gain = _rise(FADE).astype(np.float32)
FADE_OUT: Gain = FADE_IN[::-1].copy()
DOWN: Gain = (1 - (1 - DUCKED) * _rise(ATTACK)).astype(np.float32)
UP: Gain = (1 - (1 - DUCKED) * _rise(RELEASE)[::-1]).astype(np.float32)


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


def fade_gain(start: int | None, end: int | None, first: int, count: int) -> Gain | None:
    """Return the gain of a sound that fades in from `start` and out from `end`, or None if neither applies."""
    is_unfaded = (start is None or first >= start + FADE) and (end is None or first + count <= end)
    if is_unfaded:
        return None
    frame = np.arange(first, first + count)
    gain = np.ones(count, np.float32)
    if start is not None:
        gain *= FADE_IN[np.clip(frame - start, 0, FADE)]
    if end is not None:
        gain *= FADE_OUT[np.clip(frame - end, 0, FADE)]
    return gain
