"""Sound at another rate, by its spectrum: nothing is added above what was there, and nothing below is lost."""

from math import gcd

import numpy as np
from numpy.typing import NDArray

EDGE_SECONDS = 0.01
"""Silence put after a sound, since its spectrum takes its end for what comes before its beginning."""

SMOOTH = 1_024
"""A factor of the length, so that its spectrum is quick to find."""


def resample(samples: NDArray[np.float32], rate: int, new_rate: int) -> NDArray[np.float32]:
    """Return samples of one channel at another rate."""
    if rate == new_rate or not len(samples):
        return samples
    step = rate // gcd(rate, new_rate) * SMOOTH
    count = -(-(len(samples) + round(EDGE_SECONDS * rate)) // step) * step
    spectrum = np.fft.rfft(samples, count)
    new_count = count * new_rate // rate
    scaled = np.fft.irfft(spectrum, new_count) * (new_count / count)
    return scaled[: round(len(samples) * new_rate / rate)].astype(np.float32)
