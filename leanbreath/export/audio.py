"""The sound of an audio file: the same frames that the mixer gives to a device, block by block."""

from collections.abc import Iterator
from pathlib import Path

from soundfile import SoundFile

from leanbreath.export.chapters import Piece
from leanbreath.export.formats import FORMATS
from leanbreath.score.recording import Recording
from leanbreath.score.score import RATE
from leanbreath.sound.mixer import mix
from leanbreath.sound.pcm import to_pcm16
from leanbreath.sound.sound_bank import SoundBank
from leanbreath.unsafe_characters import without_unsafe

BLOCK = 10 * RATE


def frame_count(recording: Recording, bank: SoundBank) -> int:
    """Return how many frames a rendered recording has, with the tail of its last sound."""
    return recording.total + bank.tail


def render(recording: Recording, bank: SoundBank, path: Path, piece: Piece) -> Iterator[int]:
    """Write a piece of a recording to a file in the format of its suffix; yield the frame reached after each block.

    WAV and FLAC are bit-identical to what a device is given.
    """
    format, subtype = FORMATS[path.suffix]
    with SoundFile(str(path), "w", RATE, 2, subtype, format=format) as file:
        file.title = without_unsafe(piece.title)
        for first in range(piece.start, piece.end, BLOCK):
            count = min(BLOCK, piece.end - first)
            block = mix(recording.regions, bank, first, count)
            file.write(to_pcm16(block) if subtype == "PCM_16" else block)
            yield first + count
