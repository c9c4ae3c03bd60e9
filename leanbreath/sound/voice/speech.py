"""Speech made ready: every line as a clip, from the cache or from the engine."""

import wave
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import numpy as np

from leanbreath.score.score import RATE
from leanbreath.sound.cache import keep, kept, prune
from leanbreath.sound.voice import Engine, NothingSaid, NoVoice
from leanbreath.sound.voice.clip import Clip, clip

FORM = 1
"""Counts up when clips are made otherwise, so that old ones are made anew."""

HEADER = 44
"""How many bytes of a WAV stand before its samples."""

PATIENCE = 3
"""After so many lines in a row that could not be said, the voice is given up."""

Told = Callable[[int, int], None]


class Spoken(NamedTuple):
    """Lines by their text, how many the engine failed at, and why it did so at the last of them."""

    clips: dict[str, Clip]
    failed: int = 0
    reason: str = ""


def clips(
    texts: Iterable[str],
    engine: Engine,
    cache: Path | None,
    told: Told = lambda number, numbers: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Spoken:
    """Return each text as a clip, but those that come to no sound; raise `NoVoice` where the engine says nothing.

    `told` hears, from the beginning, how many of how many have been spoken anew; once it is `stopped`, no more are.
    """
    paths = {text: kept_at(text, engine, cache) for text in texts}
    found = {text: old for text, path in paths.items() if (old := _kept(path)) is not None}
    missing = [text for text in paths if text not in found]
    failures: list[str] = []
    for text, made in _spoken(missing, engine, 1 if not found else PATIENCE, told, stopped):
        if isinstance(made, NoVoice):
            failures.append(str(made))
        else:
            found[text] = made
            keep(paths[text], _wav(made))
    if missing:
        prune(cache)
    return Spoken(found, len(failures), failures[-1] if failures else "")


def _spoken(
    texts: list[str], engine: Engine, patience: int, told: Told, stopped: Callable[[], bool]
) -> Iterator[tuple[str, Clip | NoVoice]]:
    """Yield each text that comes to a sound, or why the engine failed at it; raise after so many failures in a row."""
    for number, text in enumerate(texts):
        told(number, len(texts))
        if stopped():
            return
        try:
            made = clip(engine.speak(text))
        except NothingSaid:
            continue
        except NoVoice as reason:
            patience -= 1
            if not patience:
                raise
            yield text, reason
        else:
            patience = PATIENCE
            yield text, made
    if texts:
        told(len(texts), len(texts))


def kept_at(text: str, engine: Engine, cache: Path | None) -> Path | None:
    """Return where a text is kept, by its engine, its voice and itself."""
    name = blake2b(f"{FORM}\n{engine.name}\n{text}".encode(), digest_size=16).hexdigest()
    return cache / f"{name}.wav" if cache else None


def _kept(path: Path | None) -> Clip | None:
    """Return a clip that was kept; what is not, byte for byte, such a file as is written here is none."""
    raw = kept(path)
    samples = np.frombuffer(raw[HEADER : len(raw) // 2 * 2], dtype="<i2")
    return samples if len(samples) and raw == _wav(samples) else None


def _wav(made: Clip) -> bytes:
    file = BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(made.astype("<i2").tobytes())
    return file.getvalue()
