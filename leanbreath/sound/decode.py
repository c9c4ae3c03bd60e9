"""Sound files of any kind as what the mixer takes; what had to be converted is kept for the next time."""

import wave
from collections.abc import Iterator
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.score import RATE
from leanbreath.sound.cache import keep, kept, prune

LONGEST_SECONDS = 30
LARGEST = 50_000_000
"""In bytes."""

DIGEST = 16
"""How many bytes of a checksum stand before the samples that are kept."""

Stereo = NDArray[np.float32]


class Unplayable(Exception):
    """Says why a file is no sound, and what would be one."""


def decoded(path: Path, cache: Path | None = None) -> Stereo:
    """Return a sound: float32, shape (frames, 2), 48 000 frames a second, not to be changed.

    WAV, FLAC, MP3 and Ogg Vorbis of any rate and any number of channels will do; `cache` is a folder for what was
    converted. Raises `Unplayable`.
    """
    raw = _bytes(path)
    sound = _as_it_is(raw)
    if sound is None:
        place = cache / f"{blake2b(raw, digest_size=DIGEST).hexdigest()}.f32" if cache else None
        sound = _unpacked(kept(place))
        if sound is None:
            sound = _converted(raw)
            keep(place, _packed(sound))
            prune(cache)
    sound.setflags(write=False)
    return sound


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise Unplayable("it is larger than 50 MB")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise Unplayable(getattr(error, "strerror", None) or str(error)) from error


def _as_it_is(raw: bytes) -> Stereo | None:
    """Return the samples of a WAV of 48 000 Hz, 16 bits and two channels, bit for bit; None for any other."""
    try:
        with wave.open(BytesIO(raw), "rb") as file:
            kind = (file.getframerate(), file.getsampwidth(), file.getnchannels())
            count = file.getnframes()
            samples = file.readframes(count)
    except (wave.Error, EOFError, RuntimeError):  # the last where a chunk claims to be longer than what is there
        return None
    if kind != (RATE, 2, 2):
        return None
    if len(samples) != count * 4:
        raise Unplayable("it breaks off")
    if count > LONGEST_SECONDS * RATE:
        raise Unplayable(f"it is longer than {LONGEST_SECONDS} seconds")
    return (np.frombuffer(samples, dtype="<i2").reshape(-1, 2) / np.float32(32768)).astype(np.float32)


def _converted(raw: bytes) -> Stereo:
    """Decode and resample; no more is read than a cue may last."""
    import miniaudio

    pieces: list[Stereo] = []
    try:
        for piece in _stream(raw):
            pieces.append(piece)
            if sum(map(len, pieces)) > LONGEST_SECONDS * RATE:
                raise Unplayable(f"it is longer than {LONGEST_SECONDS} seconds")
    except miniaudio.MiniaudioError as error:
        raise Unplayable("it is no WAV, FLAC, MP3 or Ogg Vorbis file") from error
    if not pieces:
        raise Unplayable("there is nothing in it")
    return np.nan_to_num(np.concatenate(pieces), nan=0.0, posinf=1.0, neginf=-1.0)


def _stream(raw: bytes) -> Iterator[Stereo]:
    import miniaudio

    for piece in miniaudio.stream_memory(raw, miniaudio.SampleFormat.FLOAT32, 2, RATE, RATE):
        yield np.frombuffer(piece, dtype=np.float32).reshape(-1, 2)


def _packed(sound: Stereo) -> bytes:
    samples = sound.astype("<f4").tobytes()
    return blake2b(samples, digest_size=DIGEST).digest() + samples


def _unpacked(raw: bytes) -> Stereo | None:
    """Return a sound that was kept; None for what has been damaged since."""
    samples = raw[DIGEST:]
    if not samples or blake2b(samples, digest_size=DIGEST).digest() != raw[:DIGEST]:
        return None
    return np.frombuffer(samples, dtype="<f4").reshape(-1, 2).astype(np.float32)
