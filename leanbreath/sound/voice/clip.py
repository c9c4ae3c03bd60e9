"""From what an engine said to what the mixer takes: trimmed, at one level, at the mixer's rate."""

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.score import RATE
from leanbreath.sound.voice import NothingSaid, Utterance

Clip = NDArray[np.int16]
"""A spoken line: one channel, 48 000 frames a second."""

LEVEL_DB = -23.0
"""The level of what is spoken, without its pauses: about as loud as the tones."""

PEAK = 0.35
SILENT_DB = -42.0
"""Below this under its peak, a line has not begun, or is over."""

PADDING_SECONDS, EDGE_SECONDS = 0.02, 0.01


def clip(said: Utterance) -> Clip:
    """Return what was said as a clip; raise `NothingSaid` where nothing was."""
    samples = _trimmed(_resampled(said))
    loudest = float(np.abs(samples).max(initial=0))
    if loudest == 0:
        raise NothingSaid("the voice said nothing")
    spoken = samples[np.abs(samples) > 0.1 * loudest]
    level = float(np.sqrt(np.mean(np.square(spoken))))
    gain = min(10 ** (LEVEL_DB / 20) / level, PEAK / loudest)
    return np.asarray(np.rint(_edged(samples) * gain * 32_767), np.int16)


def _resampled(said: Utterance) -> NDArray[np.float32]:
    """Return the samples at the mixer's rate."""
    if said.rate == RATE or not len(said.samples):
        return said.samples
    import miniaudio

    mono = miniaudio.SampleFormat.FLOAT32
    raw = miniaudio.convert_frames(mono, 1, said.rate, said.samples.astype("<f4").tobytes(), mono, 1, RATE)
    return np.frombuffer(bytes(raw), dtype="<f4")


def _trimmed(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the samples without the silence before and after them."""
    loud = np.abs(samples)
    heard = np.flatnonzero(loud > loud.max(initial=0) * 10 ** (SILENT_DB / 20))
    if not len(heard):
        return samples[:0]
    padding = round(PADDING_SECONDS * RATE)
    return samples[max(int(heard[0]) - padding, 0) : int(heard[-1]) + 1 + padding]


def _edged(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    edge = min(round(EDGE_SECONDS * RATE), len(samples) // 2)
    rising = (1 - np.cos(np.pi * np.arange(edge) / max(edge, 1))) / 2
    edged = samples.copy()
    edged[:edge] *= rising
    edged[len(edged) - edge :] *= rising[::-1]
    return edged
