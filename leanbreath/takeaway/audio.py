"""A score as an audio file: the very frames that the mixer gives to a device, block by block."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from soundfile import SoundFile

from leanbreath.score.score import RATE, Score
from leanbreath.sound.mix import Block, longest, mix_score
from leanbreath.sound.pack import Sounds

BLOCK = 10 * RATE

FORMATS = {
    ".wav": ("WAV", "PCM_16"),
    ".flac": ("FLAC", "PCM_16"),
    ".mp3": ("MP3", "MPEG_LAYER_III"),
    ".ogg": ("OGG", "VORBIS"),
    ".opus": ("OGG", "OPUS"),
}
"""The kinds of files by their suffix: format and coding, as libsndfile calls them."""


def length(score: Score, sounds: Sounds) -> int:
    """Return how many frames a rendered score has: the last sound rings out."""
    return score.total + longest(sounds)


def render(score: Score, sounds: Sounds, path: Path) -> Iterator[int]:
    """Write a score to a file of the kind of its suffix; yield the frames written after each block.

    The sounds are 16 bits deep, and their sums fit into 16 bits: WAV and FLAC lose nothing.
    """
    format, subtype = FORMATS[path.suffix]
    total = length(score, sounds)
    with SoundFile(str(path), "w", RATE, 2, subtype, format=format) as file:
        file.title = score.title
        for first in range(0, total, BLOCK):
            count = min(BLOCK, total - first)
            block = mix_score(score, sounds, first, count)
            file.write(_sixteen_bits(block) if subtype == "PCM_16" else block)
            yield first + count


def _sixteen_bits(block: Block) -> NDArray[np.int16]:
    return np.clip(np.rint(block * 32_768), -32_768, 32_767).astype(np.int16)
