"""The fade of an interrupted sound, from tables; each frame on its own."""

import numpy as np

from leanbreath.score.score import RATE
from leanbreath.sound.ducking import Gain
from leanbreath.sound.easing import rise

FADE = RATE // 25
"""An interrupted sound fades within 40 ms."""

FADE_IN: Gain = rise(FADE).astype(np.float32)
FADE_OUT: Gain = FADE_IN[::-1].copy()


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
