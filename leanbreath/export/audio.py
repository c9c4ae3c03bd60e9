"""The sound of an audio file: the same frames that the mixer gives to a device, block by block."""

from collections.abc import Iterator
from pathlib import Path

from soundfile import SoundFile

from leanbreath.export.formats import FORMATS
from leanbreath.score.score import RATE, Score
from leanbreath.sound.mixer import mix_score
from leanbreath.sound.pcm import to_pcm16
from leanbreath.sound.sound_bank import SoundBank
from leanbreath.unsafe_characters import without_unsafe

BLOCK = 10 * RATE


def frame_count(score: Score, bank: SoundBank) -> int:
    """Return how many frames a rendered score has, with the tail of its last sound."""
    return score.total + bank.tail


def render(score: Score, bank: SoundBank, path: Path) -> Iterator[int]:
    """Write a score to a file in the format of its suffix; yield the frames written after each block.

    WAV and FLAC are bit-identical to what a device is given.
    """
    format, subtype = FORMATS[path.suffix]
    total = frame_count(score, bank)
    with SoundFile(str(path), "w", RATE, 2, subtype, format=format) as file:
        file.title = without_unsafe(score.title)
        for first in range(0, total, BLOCK):
            count = min(BLOCK, total - first)
            block = mix_score(score, bank, first, count)
            file.write(to_pcm16(block) if subtype == "PCM_16" else block)
            yield first + count
