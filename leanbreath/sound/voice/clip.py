"""Turns an engine's speech into a clip for the mixer: trimmed, levelled, at the mixer's rate."""

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.score import RATE
from leanbreath.sound.easing import raised_cosine
from leanbreath.sound.resampling import resample
from leanbreath.sound.voice import EmptyUtterance, Utterance

Clip = NDArray[np.int16]
"""A spoken line: one channel, 48 000 frames a second."""

LEVEL_DB = -23.0
"""The level of speech without its pauses: about as loud as the tones."""

PEAK = 0.35
SILENT_DB = -42.0
"""Relative to its peak: anything softer before and after a line is trimmed."""

PADDING_SECONDS, EDGE_SECONDS = 0.02, 0.01


def make_clip(utterance: Utterance) -> Clip:
    """Return speech as a clip; raise `EmptyUtterance` if it is silent."""
    samples = _trim(resample(utterance.samples, utterance.rate, RATE))
    loudest = float(np.abs(samples).max(initial=0))
    if loudest == 0:
        raise EmptyUtterance("the voice spoke no sound")
    spoken = samples[np.abs(samples) > 0.1 * loudest]
    level = float(np.sqrt(np.mean(np.square(spoken))))
    gain = min(10 ** (LEVEL_DB / 20) / level, PEAK / loudest)
    return np.asarray(np.rint(_soften_edges(samples) * gain * 32_767), np.int16)


def _trim(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the samples without the silence before and after them."""
    loud = np.abs(samples)
    heard = np.flatnonzero(loud > loud.max(initial=0) * 10 ** (SILENT_DB / 20))
    if not len(heard):
        return samples[:0]
    padding = round(PADDING_SECONDS * RATE)
    return samples[max(int(heard[0]) - padding, 0) : int(heard[-1]) + 1 + padding]


def _soften_edges(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    edge = min(round(EDGE_SECONDS * RATE), len(samples) // 2)
    rise = raised_cosine(np.arange(edge) / max(edge, 1))
    softened = samples.copy()
    softened[:edge] *= rise
    softened[len(softened) - edge :] *= rise[::-1]
    return softened
