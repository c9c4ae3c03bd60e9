"""Piper, with a voice of the user's: a model file for the package `piper-tts`, and the description next to it."""

import json
from collections.abc import Callable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from leanbreath.bounded_read import read_bytes
from leanbreath.sound.voice import Utterance, VoiceUnavailable
from leanbreath.sound.voice.process import ProcessVoice

SEED = 0
"""A voice varies its speech by chance; with a seed, a session's lines sound the same when they are made again."""

LARGEST_DESCRIPTION = 1_000_000

COMPLETE = ("espeak", "text")
"""How the text is read by models that need no further data, which the package might download."""


def piper_voice(model: str, pace: float = 1.0) -> ProcessVoice:
    """Return the voice of a model; raise `VoiceUnavailable` if Piper or one of the two files is missing."""
    if find_spec("piper") is None:
        raise VoiceUnavailable("Piper is missing; install it with  pip install 'leanbreath[piper]'")
    path = Path(model).expanduser()
    for file in (path, _description(path)):
        if not file.is_file():
            raise VoiceUnavailable(f"Piper's voice needs the file {file}; put it there, or change  model:")
    status = path.stat()
    identity = f"{path.name} {status.st_size} {status.st_mtime_ns}"
    name = f"piper {version('piper-tts')} {identity} {pace:g}"
    return ProcessVoice(name, "Piper", __name__, {"model": str(path), "pace": pace})


def load(model: str, pace: float) -> Callable[[str], Utterance]:
    """Load a model in this process; called in one of its own."""
    _require_complete(Path(model))
    import onnxruntime  # here, since this process alone needs it
    from piper import PiperVoice, SynthesisConfig

    onnxruntime.set_seed(SEED)
    voice = PiperVoice.load(model)
    config = SynthesisConfig(length_scale=voice.config.length_scale / pace)

    def speak(text: str) -> Utterance:
        parts = [chunk.audio_float_array for chunk in voice.synthesize(text, config)]
        samples = np.concatenate(parts).astype(np.float32) if parts else np.zeros(0, np.float32)
        return Utterance(samples, voice.config.sample_rate)

    return speak


def _description(model: Path) -> Path:
    return model.with_name(f"{model.name}.json")


def _require_complete(model: Path) -> None:
    """Raise `VoiceUnavailable` if a model's description can't be read, or if it needs further data."""
    try:
        description = json.loads(read_bytes(_description(model), LARGEST_DESCRIPTION))
        kind = description.get("phoneme_type", COMPLETE[0])
    except (OSError, ValueError, AttributeError) as error:
        raise VoiceUnavailable(f"{_description(model)} doesn't describe a voice of Piper: {error}") from error
    if kind not in COMPLETE:
        raise VoiceUnavailable(f'this voice of Piper needs data for "{kind}", which leanbreath does not download')
