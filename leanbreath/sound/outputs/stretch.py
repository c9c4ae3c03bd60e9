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

Samples = NDArray[np.int16]


def stretch(source: Source, first: int, least: int = LEAST) -> Samples:
    """Return the samples from a frame to the next natural stop: a silent place, at least so many frames on.

    Shape (frames, 2); at most a minute, where it is never silent.
    """
    pieces: list[Samples] = []
    length = 0
    while length < MOST:
        piece = sixteen_bits(source.mixed(first + length, PIECE))
        pieces.append(piece)
        length += PIECE
        if length >= least and (stop := _last_silence(piece)) is not None:
            whole = np.concatenate(pieces)
            return whole[: length - PIECE + stop]
    return np.concatenate(pieces)


def _last_silence(piece: Samples) -> int | None:
    """Return the last frame of a piece before which it has been silent for a little while, or None."""
    silent = np.flatnonzero(np.convolve(~piece.any(axis=1), np.ones(QUIET, dtype=int), "valid") == QUIET)
    return int(silent[-1]) + QUIET if len(silent) else None
