"""Chunks: how far to play what cannot be changed once it has begun, but only stopped."""

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.score import RATE
from leanbreath.sound.outputs import PushSource
from leanbreath.sound.pcm import to_pcm16

BLOCK_FRAMES = 2 * RATE
SHORTEST_FRAMES, LONGEST_FRAMES = 20 * RATE, 60 * RATE
SILENCE_FRAMES = 12
"""So many silent frames are a place to stop at; each breath phase ends in such a silence."""

RESTART_FRAMES = RATE // 10
"""A chunk that begins with so many silent frames can be restarted unheard."""

GOOD_SILENCE_FRAMES = 3 * RESTART_FRAMES
"""A silence that leaves enough silent frames on either side; a shorter one is used only if there is no other."""

Samples = NDArray[np.int16]


def next_chunk(source: PushSource, first: int, least: int = SHORTEST_FRAMES) -> Samples:
    """Return the samples from a frame to the middle of a silence at least `least` frames on; shape (frames, 2).

    The first good silence is taken, else the longest there is within a minute.
    """
    blocks: list[Samples] = []
    length, longest, stop = 0, SILENCE_FRAMES - 1, 0
    while length < LONGEST_FRAMES and longest < GOOD_SILENCE_FRAMES:
        blocks.append(to_pcm16(source.mix(first + length, BLOCK_FRAMES)))
        silent, middle = _longest_silence(blocks[-1])
        if length + BLOCK_FRAMES >= least and silent > longest:
            longest, stop = silent, length + middle
        length += BLOCK_FRAMES
        if not least and stop:
            break
    return np.concatenate(blocks)[: stop or length]


def _longest_silence(block: Samples) -> tuple[int, int]:
    """Return how many frames the longest silence of a block has, and the frame in its middle."""
    loud = np.flatnonzero(np.concatenate(([True], block.any(axis=1), [True])))
    gaps = np.diff(loud) - 1
    longest = int(gaps.argmax())
    return int(gaps[longest]), int(loud[longest]) + int(gaps[longest]) // 2


def can_restart(samples: Samples) -> bool:
    """Return whether a chunk begins with enough silence to be restarted unheard."""
    return not samples[:RESTART_FRAMES].any()
