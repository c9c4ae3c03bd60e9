"""Stretches: how far to play what cannot be changed once it is begun, but only stopped."""

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.score import RATE
from leanbreath.sound.outputs import Source
from leanbreath.sound.pcm import to_pcm16

PIECE = 2 * RATE
LEAST, MOST = 20 * RATE, 60 * RATE
QUIET = 12
"""So many silent frames make a place to stop at; each breath phase ends in such."""

LEAD = RATE // 10
"""With so many silent frames at its head a stretch can be begun once more."""

GOOD = 3 * LEAD
"""A silence that leaves enough of them on either side; a shorter one is taken where there is no such."""

Samples = NDArray[np.int16]


def stretch(source: Source, first: int, least: int = LEAST) -> Samples:
    """Return the samples from a frame to the next natural stop: within a silence, at least so many frames on.

    Shape (frames, 2); at most a minute. The first good silence is taken, else the longest there is.
    """
    pieces: list[Samples] = []
    length, longest, stop = 0, QUIET - 1, 0
    while length < MOST and longest < GOOD:
        pieces.append(to_pcm16(source.mixed(first + length, PIECE)))
        silent, middle = _silence(pieces[-1])
        if length + PIECE >= least and silent > longest:
            longest, stop = silent, length + middle
        length += PIECE
        if not least and stop:
            break
    return np.concatenate(pieces)[: stop or length]


def _silence(piece: Samples) -> tuple[int, int]:
    """Return how many frames the longest silence of a piece has, and the one in its middle."""
    loud = np.flatnonzero(np.concatenate(([True], piece.any(axis=1), [True])))
    gaps = np.diff(loud) - 1
    longest = int(gaps.argmax())
    return int(gaps[longest]), int(loud[longest]) + int(gaps[longest]) // 2


def begins_silent(samples: Samples) -> bool:
    """Return whether nothing is heard at the beginning of some samples."""
    return not samples[:LEAD].any()
