"""Stretches: how far to play what cannot be changed once it is begun, but only stopped."""

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.score import RATE
from leanbreath.sound.outputs import Source
from leanbreath.sound.pcm import sixteen_bits

PIECE = 2 * RATE
LEAST, MOST = 20 * RATE, 60 * RATE
QUIET = 12
"""So many silent frames make a place to stop at; each breath phase ends in such."""

LEAD = RATE // 10
"""With so many silent frames at its head a stretch can be begun once more."""

Samples = NDArray[np.int16]


def stretch(source: Source, first: int, least: int = LEAST) -> Samples:
    """Return the samples from a frame to the next natural stop: within a silence, at least so many frames on.

    Shape (frames, 2); at most a minute, where it is never silent.
    """
    pieces: list[Samples] = []
    length = 0
    while length < MOST:
        piece = sixteen_bits(source.mixed(first + length, PIECE))
        pieces.append(piece)
        length += PIECE
        if length >= least and (stop := _stop(piece)):
            return np.concatenate(pieces)[: length - PIECE + stop]
    return np.concatenate(pieces)


def _stop(piece: Samples) -> int:
    """Return a frame in the middle of the longest silence of a piece; 0 where it has none to speak of."""
    loud = np.flatnonzero(np.concatenate(([True], piece.any(axis=1), [True])))
    gaps = np.diff(loud) - 1
    longest = int(gaps.argmax())
    return int(loud[longest]) + int(gaps[longest]) // 2 if gaps[longest] >= QUIET else 0


def begins_silent(samples: Samples) -> bool:
    """Return whether nothing is heard at the beginning of some samples."""
    return not samples[:LEAD].any()
