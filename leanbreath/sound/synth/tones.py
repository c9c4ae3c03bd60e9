"""The building blocks of the bundled sounds: glides, bells and knocks, all with soft edges."""

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.score import RATE

Mono = NDArray[np.float64]
Stereo = NDArray[np.float64]


def seconds(length: float) -> Mono:
    """Return the time of each frame of a length."""
    return np.arange(round(length * RATE)) / RATE


def edged(sound: Mono, attack: float, release: float) -> Mono:
    """Return a sound with soft edges of the given seconds, so that it begins and ends without a click."""
    shaped = sound.copy()
    rise, fall = round(attack * RATE), round(release * RATE)
    shaped[:rise] *= (1 - np.cos(np.pi * np.arange(rise) / rise)) / 2
    shaped[-fall:] *= (1 + np.cos(np.pi * (np.arange(fall) + 1) / fall)) / 2
    return shaped


def glide(start: float, end: float, length: float, overtones: tuple[float, ...]) -> Mono:
    """Return a tone whose pitch moves from `start` to `end` Hz on a raised cosine, with the given overtone levels."""
    way = (1 - np.cos(np.pi * seconds(length) / length)) / 2
    phase = 2 * np.pi * np.cumsum(start * (end / start) ** way) / RATE
    return np.asarray(sum(level * np.sin(number * phase) for number, level in enumerate((1.0, *overtones), 1)))


PARTIALS = ((1.0, 1.0), (2.0, 0.35), (3.01, 0.12), (4.2, 0.05))
"""The partials of a bell: ratio to its pitch, and level."""


def bell(
    pitch: float,
    length: float,
    decay: float,
    partials: tuple[tuple[float, float], ...] = PARTIALS,
    attack: float = 0.004,
) -> Mono:
    """Return a struck tone that halves every `decay` seconds."""
    time = seconds(length)
    tone = sum(
        level * np.sin(2 * np.pi * pitch * ratio * time) * 0.5 ** (time * ratio / decay) for ratio, level in partials
    )
    return edged(np.asarray(tone), attack, min(0.08, length / 3))


def melody(
    notes: tuple[tuple[float, float], ...],
    length: float,
    decay: float,
    partials: tuple[tuple[float, float], ...] = PARTIALS,
    attack: float = 0.004,
) -> Mono:
    """Return `length` seconds of bells, each struck at (second, pitch)."""
    line = np.zeros(round(length * RATE))
    for second, pitch in notes:
        first = round(second * RATE)
        note = bell(pitch, length - second, decay, partials, attack)
        line[first : first + len(note)] += note[: len(line) - first]
    return line


def tick(pitch: float, decay: float = 0.008, attack: float = 0.001) -> Mono:
    """Return a short wooden knock."""
    time = seconds(0.06)
    knock = np.sin(2 * np.pi * pitch * time) * 0.5 ** (time / decay)
    return edged(knock, attack, 0.01)


def panned(sound: Mono, pan: float, peak: float) -> Stereo:
    """Return a sound panned from -1 (left) to 1 (right), at a peak level from 0 to 1."""
    angle = (pan + 1) * np.pi / 4
    stereo = np.stack((sound * np.cos(angle), sound * np.sin(angle)), axis=1)
    return np.asarray(stereo * (peak / np.abs(stereo).max()))
