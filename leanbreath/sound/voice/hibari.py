"""Hibari, a small neural voice: the package `hibari-tts` contains an American one; others are files of the user's.

The package downloads a missing voice by itself. It is never asked to: it receives the path of a file that exists.
"""

import json
from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from leanbreath.sound.voice import Utterance, VoiceUnavailable
from leanbreath.sound.voice.process import ProcessVoice

SEED = 0
"""The voice breathes by chance; with a seed, a text sounds the same every time."""

MOST_SENTENCES = 200
"""How many sentences are kept: the lines of a session share many."""

VOICES = {"en": "heart", "en-us": "heart", "en-gb": "emma"}
"""Voices by language; any other name is the name of a voice."""

INSTALL = "Hibari is missing; install it with  pip install 'leanbreath[voice]'"


def hibari_voice(name: str = "en", pace: float = 1.0) -> ProcessVoice:
    """Return a voice of Hibari; raise `VoiceUnavailable` if it isn't installed."""
    package = _package()
    voice = VOICES.get(name, name)
    options = {"voice": voice, "model": str(_model(package, voice)), "pace": pace}
    return ProcessVoice(f"hibari {version('hibari-tts')} {voice} {pace:g}", "Hibari", __name__, options)


def load(voice: str, model: str, pace: float) -> Callable[[str], Utterance]:
    """Load a voice in this process; called in one of its own."""
    from hibari import SAMPLE_RATE, Hibari  # here, since it loads onnxruntime

    speaker = Hibari(voice, model=model, threads=1)

    @lru_cache(MOST_SENTENCES)
    def say(sentence: str) -> NDArray[np.float32]:
        return np.asarray(speaker(sentence, speed=pace, seed=SEED), np.float32)

    def speak(text: str) -> Utterance:
        said = [say(sentence) for sentence in speaker.split_sentences(text)]
        return Utterance(np.concatenate(said) if said else np.zeros(0, np.float32), SAMPLE_RATE)

    return speak


def _package() -> Path:
    """Return the folder of the package."""
    found = [find_spec(name) for name in ("hibari", "onnxruntime")]
    if found[0] is None or found[1] is None or found[0].origin is None:
        raise VoiceUnavailable(INSTALL)
    return Path(found[0].origin).parent


def _model(package: Path, voice: str) -> Path:
    """Return the file of a voice; raise `VoiceUnavailable` with where to put it if there is none."""
    known: dict[str, dict[str, str]] = json.loads((package / "assets" / "voices.json").read_bytes())
    if voice not in known:
        raise VoiceUnavailable(f'Hibari has no voice "{voice}"; name one of {", ".join(known)}')
    if known[voice].get("bundled"):
        path = package / "assets" / known[voice]["file"]
        fix = "install hibari-tts again"
    else:
        from hibari.voices import BASE_URL, cache_dir

        path = Path(cache_dir()) / known[voice]["file"]
        fix = f"download {BASE_URL}{known[voice]['file']} and put it there"
    if not path.is_file():
        raise VoiceUnavailable(f'the voice "{voice}" has no file {path}; {fix}')
    return path
