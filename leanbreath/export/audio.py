"""A score as an audio file: the very frames that the mixer gives to a device, block by block."""

from collections.abc import Iterator
from pathlib import Path

from soundfile import SoundFile

from leanbreath.score.score import RATE, Score
from leanbreath.sound.mixer import mix_score
from leanbreath.sound.pcm import to_pcm16
from leanbreath.sound.sound_bank import SoundBank

BLOCK = 10 * RATE

FORMATS = {
    ".wav": ("WAV", "PCM_16"),
    ".flac": ("FLAC", "PCM_16"),
    ".mp3": ("MP3", "MPEG_LAYER_III"),
    ".ogg": ("OGG", "VORBIS"),
    ".opus": ("OGG", "OPUS"),
}
"""The kinds of files by their suffix: format and coding, as libsndfile calls them."""


def length(score: Score, bank: SoundBank) -> int:
    """Return how many frames a rendered score has: the last sound rings out."""
    return score.total + bank.tail


def render(score: Score, bank: SoundBank, path: Path) -> Iterator[int]:
    """Write a score to a file of the kind of its suffix; yield the frames written after each block.

    WAV and FLAC hold what a device is given, bit for bit.
    """
    format, subtype = FORMATS[path.suffix]
    total = length(score, bank)
    with SoundFile(str(path), "w", RATE, 2, subtype, format=format) as file:
        file.title = score.title
        for first in range(0, total, BLOCK):
            count = min(BLOCK, total - first)
            block = mix_score(score, bank, first, count)
            file.write(to_pcm16(block) if subtype == "PCM_16" else block)
            yield first + count
