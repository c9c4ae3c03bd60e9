"""Prepares speech: every line as a clip, from the cache or from the engine."""

import wave
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np

from leanbreath.score.score import RATE
from leanbreath.score.speakable import ENGLISH_ID, has_words, speakable
from leanbreath.sound.cache import prune, read_cached, write_cached
from leanbreath.sound.voice import EmptyUtterance, Engine, VoiceUnavailable
from leanbreath.sound.voice.clip import Clip, make_clip
from leanbreath.unsafe_characters import without_unsafe

CLIP_VERSION = 2
"""Goes up when clips are made differently, so that cached ones are made again."""

WAV_HEADER_BYTES = 44

MOST_LINES = 1_000
"""The most different lines that are spoken; a clip takes about 300 kB of memory."""

MOST_FAILURES = 3
"""After this many failed lines in a row, the voice is given up."""

Progress = Callable[[int, int], None]


class SpeechClips(NamedTuple):
    """Clips by text, the number of lines the engine failed at, and the reason for the last failure."""

    clips: dict[str, Clip]
    failed_count: int = 0
    reason: str = ""


def speech_clips(
    texts: Iterable[str],
    engine: Engine,
    cache: Path | None,
    language: str = ENGLISH_ID,
    on_clip: Callable[[str, Clip], None] = lambda text, clip: None,
    on_progress: Progress = lambda number, numbers: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> SpeechClips:
    """Return each text with sound as a clip; raise `VoiceUnavailable` if the engine does not speak at all.

    `on_clip` receives each text with its clip as soon as it is there, `on_progress` how many of how many new lines are
    spoken; once `is_cancelled`, no more are. Lines after the first 1,000 count as failed.
    """
    spoken, left_out = (texts := tuple(texts))[:MOST_LINES], texts[MOST_LINES:]
    texts_by_words = _texts_by_words(spoken, language)
    paths = {words: cache_path(words, engine, cache) for words in texts_by_words}
    cached = {words: old for words, path in paths.items() if (old := _cached_clip(path)) is not None}
    missing = [words for words in paths if words not in cached]
    new = _speak_lines(missing, engine, 1 if not cached else MOST_FAILURES, on_progress, is_cancelled)
    clips: dict[str, Clip] = {}
    failures: list[str] = []
    for words, made in chain(cached.items(), new):
        if isinstance(made, VoiceUnavailable):
            failures.append(str(made))
            continue
        if words not in cached:
            write_cached(paths[words], _wav(made))
        for text in texts_by_words[words]:
            clips[text] = made
            on_clip(text, made)
    if missing:
        prune(cache)
    failures += [f"the voice speaks at most {MOST_LINES:,} different lines"] * len(left_out)
    return SpeechClips(clips, len(failures), failures[-1] if failures else "")


def _texts_by_words(texts: Iterable[str], language: str) -> dict[str, list[str]]:
    """Return the texts that have something to say, by the words that a voice says for them."""
    found: dict[str, list[str]] = {}
    for text in texts:
        words = speakable(without_unsafe(text), language)
        if has_words(words):
            found.setdefault(words, []).append(text)
    return found


def _speak_lines(
    texts: list[str], engine: Engine, patience: int, on_progress: Progress, is_cancelled: Callable[[], bool]
) -> Iterator[tuple[str, Clip | VoiceUnavailable]]:
    """Yield each text with its clip, or with the reason it failed; raise after `patience` failures in a row."""
    for number, text in enumerate(texts):
        on_progress(number, len(texts))
        if is_cancelled():
            return
        try:
            made = make_clip(engine.speak(text))
        except EmptyUtterance:
            continue
        except VoiceUnavailable as reason:
            patience -= 1
            if not patience:
                raise
            yield text, reason
        else:
            patience = MOST_FAILURES
            yield text, made
    if texts:
        on_progress(len(texts), len(texts))


def cache_path(words: str, engine: Engine, cache: Path | None) -> Path | None:
    """Return the cache file of words spoken by an engine."""
    name = blake2b(f"{CLIP_VERSION}\n{engine.name}\n{words}".encode(), digest_size=16).hexdigest()
    return cache / f"{name}.wav" if cache else None


def _cached_clip(path: Path | None) -> Clip | None:
    """Return a cached clip; None unless the file is, byte for byte, one that is written here."""
    raw = read_cached(path)
    samples = np.frombuffer(raw[WAV_HEADER_BYTES : len(raw) // 2 * 2], dtype="<i2")
    return samples if len(samples) and raw == _wav(samples) else None


def _wav(made: Clip) -> bytes:
    file = BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(made.astype("<i2").tobytes())
    return file.getvalue()
