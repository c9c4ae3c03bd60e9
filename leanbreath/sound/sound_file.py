"""Reads sound files of many formats as samples for the mixer; converted files are cached."""

import wave
from collections.abc import Iterator
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from leanbreath.bounded_read import read_bytes
from leanbreath.score.score import RATE
from leanbreath.sound.cache import prune, read_cached, write_cached

LONGEST_SECONDS = 30
LARGEST_BYTES = 50_000_000

DIGEST_BYTES = 16
"""The length of the checksum before cached samples."""

Stereo = NDArray[np.float32]


class Unplayable(Exception):
    """Says why a file cannot be used as a sound."""


def read_sound(path: Path, cache: Path | None = None) -> Stereo:
    """Return a sound: float32, shape (frames, 2), 48 000 frames a second, read-only.

    Reads WAV, FLAC, MP3 and Ogg Vorbis of any rate and any number of channels; `cache` is a folder for converted
    sounds. Raises `Unplayable`.
    """
    raw = _read_bytes(path)
    sound = _native_samples(raw)
    if sound is None:
        place = cache / f"{blake2b(raw, digest_size=DIGEST_BYTES).hexdigest()}.f32" if cache else None
        sound = _unpack(read_cached(place))
        if sound is None:
            sound = _convert(raw)
            write_cached(place, _pack(sound))
            prune(cache)
    sound.setflags(write=False)
    return sound


def _read_bytes(path: Path) -> bytes:
    try:
        raw = read_bytes(path, LARGEST_BYTES)
    except OSError as error:
        raise Unplayable(error.strerror or str(error)) from error
    if len(raw) > LARGEST_BYTES:
        raise Unplayable("it is larger than 50 MB")
    return raw


def _native_samples(raw: bytes) -> Stereo | None:
    """Return the samples of a 48 000 Hz, 16-bit stereo WAV, bit for bit; None for any other file."""
    try:
        with wave.open(BytesIO(raw), "rb") as file:
            kind = (file.getframerate(), file.getsampwidth(), file.getnchannels())
            count = file.getnframes()
            samples = file.readframes(count)
    except (wave.Error, EOFError, RuntimeError):  # RuntimeError: a chunk claims to be longer than the file
        return None
    if kind != (RATE, 2, 2):
        return None
    if len(samples) != count * 4:
        raise Unplayable("it ends in the middle")
    if count > LONGEST_SECONDS * RATE:
        raise Unplayable(f"it is longer than {LONGEST_SECONDS} seconds")
    return (np.frombuffer(samples, dtype="<i2").reshape(-1, 2) / np.float32(32768)).astype(np.float32)


def _convert(raw: bytes) -> Stereo:
    """Decode and resample, at most as much as a cue may last."""
    try:
        import miniaudio
    except (ImportError, OSError) as error:
        raise Unplayable(
            f"without the package miniaudio, only stereo WAV files of 16 bits at {RATE} Hz play"
        ) from error
    pieces: list[Stereo] = []
    try:
        for piece in _stream(raw):
            pieces.append(piece)
            if sum(map(len, pieces)) > LONGEST_SECONDS * RATE:
                raise Unplayable(f"it is longer than {LONGEST_SECONDS} seconds")
    except miniaudio.MiniaudioError as error:
        raise Unplayable("it is not a WAV, FLAC, MP3 or Ogg Vorbis file") from error
    if not pieces:
        raise Unplayable("it is empty")
    return np.nan_to_num(np.concatenate(pieces), nan=0.0, posinf=1.0, neginf=-1.0)


def _stream(raw: bytes) -> Iterator[Stereo]:
    import miniaudio

    for piece in miniaudio.stream_memory(raw, miniaudio.SampleFormat.FLOAT32, 2, RATE, RATE):
        yield np.frombuffer(piece, dtype=np.float32).reshape(-1, 2)


def _pack(sound: Stereo) -> bytes:
    samples = sound.astype("<f4").tobytes()
    return blake2b(samples, digest_size=DIGEST_BYTES).digest() + samples


def _unpack(raw: bytes) -> Stereo | None:
    """Return a cached sound; None if it is damaged."""
    samples = raw[DIGEST_BYTES:]
    if not samples or blake2b(samples, digest_size=DIGEST_BYTES).digest() != raw[:DIGEST_BYTES]:
        return None
    return np.frombuffer(samples, dtype="<f4").reshape(-1, 2).astype(np.float32)
