"""The easing curve of `score/easing.py` for whole arrays: a raised cosine."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def raised_cosine(position: Array) -> Array:
    """Return the curve at positions from 0 to 1: 0 at the start, 1 at the end, flat at both."""
    return np.asarray((1 - np.cos(np.pi * position)) / 2)


def rise(frames: int) -> Array:
    """Return the curve in `frames` steps, both ends included."""
    return raised_cosine(np.arange(frames + 1) / frames)
