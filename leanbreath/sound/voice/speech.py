"""Speech made ready: every line as a clip, from the cache or from the engine."""

import wave
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import numpy as np

from leanbreath.score.score import RATE
from leanbreath.sound.voice import Engine, NothingSaid
from leanbreath.sound.voice.clip import Clip, clip

FORM = 1
"""Counts up when clips are made otherwise, so that old ones are made anew."""

Told = Callable[[int, int], None]


def clips(texts: Iterable[str], engine: Engine, cache: Path | None, told: Told | None = None) -> dict[str, Clip]:
    """Return each text as a clip, but those that come to no sound; raise `NoVoice` where the engine fails.

    `told` hears how many of how many have been spoken anew.
    """
    paths = {text: kept_at(text, engine, cache) for text in texts}
    found = {text: kept for text, path in paths.items() if (kept := _kept(path)) is not None}
    missing = [text for text in paths if text not in found]
    for number, text in enumerate(missing, 1):
        with suppress(NothingSaid):
            found[text] = clip(engine.speak(text))
            _keep(paths[text], found[text])
        if told:
            told(number, len(missing))
    return found


def kept_at(text: str, engine: Engine, cache: Path | None) -> Path | None:
    """Return where a text is kept, by its engine, its voice and itself."""
    name = blake2b(f"{FORM}\n{engine.name}\n{text}".encode(), digest_size=16).hexdigest()
    return cache / f"{name}.wav" if cache else None


def _kept(path: Path | None) -> Clip | None:
    if path is None or not path.exists():
        return None
    try:
        with wave.open(str(path), "rb") as file:
            whole = (file.getframerate(), file.getsampwidth(), file.getnchannels()) == (RATE, 2, 1)
            raw = file.readframes(file.getnframes())
            whole = whole and len(raw) == 2 * file.getnframes() > 0
    except (OSError, wave.Error, EOFError):
        return None
    return np.frombuffer(raw, dtype="<i2") if whole else None


def _keep(path: Path | None, made: Clip) -> None:
    """Keep a clip, where that can be done; nothing depends on it."""
    if path is None:
        return
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with wave.open(str(part), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(made.astype("<i2").tobytes())
        part.replace(path)
