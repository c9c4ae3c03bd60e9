"""The sound of a page: what a session would play, mixed and encoded as MP3, which every browser plays.

It has 24 000 frames a second, enough for words and tones, and a constant bit rate, so that a browser finds any moment
of it exactly. Both channels are kept, since a cue for the left side is heard on the left.
"""

from collections.abc import Generator
from concurrent.futures import Future, ThreadPoolExecutor
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from soundfile import SoundFile

from leanbreath.export.web.mp3_start import with_start
from leanbreath.score.score import RATE
from leanbreath.session.timeline import Timeline
from leanbreath.sound.mixer import Block, mix
from leanbreath.sound.sound_bank import SoundBank

SOUND_RATE = RATE // 2
BLOCK = 10 * RATE

COMPRESSION = 0.8
"""What libsndfile calls 40 kbit/s at this rate, from 0 for the most to 1 for the least."""

TAPS = 10
"""How many frames on either side of a frame, every other one, are used to halve the rate."""


def sound_frames(timeline: Timeline, bank: SoundBank) -> int:
    """Return how many frames the sound of a timeline has at `RATE`, until its last sound is over; an even number."""
    end = last = timeline.splices[-1].at
    for at, _, cue in timeline.cues(max(end - bank.tail, 0), end + 1):
        last = max(last, at + len(bank.tones.get(cue.sound or "", ())), at + len(bank.speech.get(cue.say or "", ())))
    return last + last % 2


def encode_sound(timeline: Timeline, bank: SoundBank) -> Generator[int, None, bytes]:
    """Yield the frames mixed after each block; return the sound as an MP3 file.

    A block is encoded while the next one is mixed.
    """
    total, file = sound_frames(timeline, bank), BytesIO()
    with _open(file) as encoder, ThreadPoolExecutor(1) as executor:  # the thread ends before what it writes to
        encoded: Future[None] | None = None
        for first in range(0, total, BLOCK):
            block = _half_rate(timeline, bank, first, min(BLOCK, total - first))
            if encoded:
                encoded.result()
            encoded = executor.submit(encoder.write, block)
            yield min(first + BLOCK, total)
        if encoded:
            encoded.result()
    return with_start(file.getvalue(), total * SOUND_RATE // RATE)


def _open(file: BytesIO) -> SoundFile:
    return SoundFile(
        file,
        "w",
        SOUND_RATE,
        2,
        "MPEG_LAYER_III",
        format="MP3",
        compression_level=COMPRESSION,
        bitrate_mode="CONSTANT",
    )


def _half_rate(timeline: Timeline, bank: SoundBank, first: int, count: int) -> Block:
    """Return frames of a timeline at half the rate; what is too high for it is left out."""
    margin = 2 * TAPS
    start, whole = first - margin, count + 2 * margin
    mixed = mix(timeline.regions(start, whole, bank.tail), bank, start, whole)
    kept = count // 2
    odd = np.ascontiguousarray(mixed[1::2])
    halved = mixed[margin : margin + count : 2] * np.float32(0.5)
    for tap, gain in enumerate(HALF_BAND):
        both = odd[TAPS - 1 - tap : TAPS - 1 - tap + kept] + odd[TAPS + tap : TAPS + tap + kept]
        both *= gain
        halved += both
    return np.asarray(halved, np.float32)


def _half_band() -> NDArray[np.float32]:
    """Return the gains of the odd frames on one side of a frame, from the nearest, for a filter at half the band."""
    away = np.arange(1, 2 * TAPS, 2)
    window = np.kaiser(4 * TAPS + 1, 7.0)[2 * TAPS + away]
    gains = np.sinc(away / 2) / 2 * window
    return np.asarray(gains * (0.25 / gains.sum()), np.float32)


HALF_BAND = _half_band()
