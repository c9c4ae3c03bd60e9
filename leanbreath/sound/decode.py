"""Sound files of any kind as what the mixer takes; what had to be converted is kept for the next time."""

import wave
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.score import RATE

LONGEST_SECONDS = 30
LARGEST = 50_000_000
"""In bytes."""

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
        kept = cache / f"{blake2b(raw, digest_size=16).hexdigest()}.npy" if cache else None
        sound = _kept(kept)
        if sound is None:
            sound = _converted(raw)
            _keep(kept, sound)
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
    except (wave.Error, EOFError):
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


def _kept(path: Path | None) -> Stereo | None:
    if path is None or not path.exists():
        return None
    try:
        sound = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    return sound if sound.dtype == np.float32 and sound.ndim == 2 and sound.shape[1] == 2 else None


def _keep(path: Path | None, sound: Stereo) -> None:
    """Keep what was converted, where that can be done; nothing depends on it."""
    if path is None:
        return
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with part.open("wb") as file:
            np.save(file, sound, allow_pickle=False)
        part.replace(path)
