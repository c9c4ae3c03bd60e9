"""The mixer: any frames of any takes, from nothing but its arguments."""

from bisect import bisect_right
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.score import Score
from leanbreath.score.take import Take
from leanbreath.sound.pack import Sounds

Block = NDArray[np.float32]


def mix(takes: Iterable[Take], sounds: Sounds, first: int, count: int) -> Block:
    """Return frames `first` to `first + count` of what the takes sound like: float32, shape (count, 2).

    Each sample is the sum of the same sounds in the same order however the frames are split, so that blocks mixed one
    by one equal the whole, bit for bit.
    """
    block = np.zeros((count, 2), dtype=np.float32)
    ring = longest(sounds)
    for take in takes:
        _add(block, take, sounds, first, ring)
    return block


def mix_score(score: Score, sounds: Sounds, first: int, count: int) -> Block:
    """Return frames `first` to `first + count` of a whole score."""
    return mix((Take(score),), sounds, first, count)


def longest(sounds: Sounds) -> int:
    """Return for how many frames a sound rings at most."""
    return max((len(sound) for sound in sounds.values()), default=0)


def _add(block: Block, take: Take, sounds: Sounds, first: int, ring: int) -> None:
    cues = take.score.cues
    start = first - take.shift
    index = max(bisect_right(cues, start - ring, key=lambda cue: cue.at), take.first)
    last = len(cues) if take.last is None else take.last
    while index < last and cues[index].at < start + len(block):
        cue = cues[index]
        if cue.sound is not None:
            _lay(block, sounds[cue.sound], cue.at - start)
        index += 1


def _lay(block: Block, sound: Block, at: int) -> None:
    """Add a sound to a block, from frame `at` of the block on, which may lie before it."""
    head = max(at, 0)
    tail = min(at + len(sound), len(block))
    if head < tail:
        block[head:tail] += sound[head - at : tail - at]
