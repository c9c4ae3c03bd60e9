"""Gains along time, by tables: tones duck under words, and what is broken off fades; each frame by itself."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.score import RATE

Gain = NDArray[np.float32]

FADE = RATE // 25
"""What is broken off fades within 40 ms."""

DUCKED_DB = -10
DUCKED = np.float32(10 ** (DUCKED_DB / 20))
ATTACK, RELEASE = RATE * 3 // 20, RATE * 2 // 5
"""Tones go down in the 150 ms before a line and come back in the 400 ms after it."""


def _rising(frames: int) -> NDArray[np.float64]:
    return np.asarray((1 - np.cos(np.pi * np.arange(frames + 1) / frames)) / 2)


FADE_IN: Gain = _rising(FADE).astype(np.float32)
FADE_OUT: Gain = FADE_IN[::-1].copy()
DOWN: Gain = (1 - (1 - DUCKED) * _rising(ATTACK)).astype(np.float32)
UP: Gain = (1 - (1 - DUCKED) * _rising(RELEASE)[::-1]).astype(np.float32)


class Ducking(NamedTuple):
    """Tones go down from frame `begin` on, and come back from `end` on, from however far down they were."""

    begin: int
    end: int


def duck(ducking: list[Ducking], first: int, count: int) -> Gain | None:
    """Return how far tones are turned down in frames `first` to `first + count`, or None where they are not."""
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


def edges(start: int | None, end: int | None, first: int, count: int) -> Gain | None:
    """Return the gain of what fades in from `start` on and out from `end` on, or None where it is whole."""
    whole = (start is None or first >= start + FADE) and (end is None or first + count <= end)
    if whole:
        return None
    frame = np.arange(first, first + count)
    gain = np.ones(count, np.float32)
    if start is not None:
        gain *= FADE_IN[np.clip(frame - start, 0, FADE)]
    if end is not None:
        gain *= FADE_OUT[np.clip(frame - end, 0, FADE)]
    return gain
