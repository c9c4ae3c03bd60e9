"""The voices there are: each is tried with a word, and described."""

from collections.abc import Callable, Mapping
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from leanbreath.userdata.settings import SoundSettings

if TYPE_CHECKING:
    from leanbreath.sound.voice import Engine


def voice_rows(sound: SoundSettings, language: str) -> Mapping[str, Callable[[], str]]:
    """Return what describes the voice of the settings, and each of the others, by name."""
    from leanbreath.sound.voice.espeak import EspeakVoice
    from leanbreath.sound.voice.hibari import hibari_voice
    from leanbreath.sound.voice.piper import piper_voice

    voice = sound.voice
    return {
        "yours": partial(_yours, sound, language),
        "hibari": lambda: _tried(lambda: hibari_voice(), "speaks English; Apache-2.0"),
        "espeak": lambda: _tried(lambda: EspeakVoice(voice.name), f'the voice "{voice.name}" speaks; GPL-3'),
        "piper": lambda: (
            _tried(lambda: piper_voice(voice.model), "your model speaks; GPL-3")
            if voice.model
            else "not set up; it needs a model of yours (sounds/README.md says how)"
        ),
        "system": _system_voice,
    }


def _yours(sound: SoundSettings, language: str) -> str:
    """Return which voice of the settings speaks and why it is that one, or why there is none."""
    from leanbreath.sound.voice import VoiceUnavailable
    from leanbreath.sound.voice.choice import INSTALL, tried_engines

    reasons: list[str] = []
    try:
        for engine in tried_engines(sound.voice, sound.pace, language):
            try:
                if isinstance(engine, VoiceUnavailable):
                    raise engine
                return "\n".join((f"{_speak(engine)} speaks", *(f"not a better one: {each}" for each in reasons)))
            except VoiceUnavailable as reason:
                reasons.append(str(reason))
    except VoiceUnavailable as reason:
        reasons.append(str(reason))
    if sound.voice.engine == "auto":
        return "\n".join((f"no voice was found; {INSTALL}", *reasons))
    return f"{sound.voice.engine}: {reasons[0]}"


def _system_voice() -> str:
    from leanbreath.sound.voice import VoiceUnavailable
    from leanbreath.sound.voice.command import system_voice

    try:
        return f"{system_voice().name} is available"
    except VoiceUnavailable as reason:
        return str(reason)


def _tried(make: "Callable[[], Engine]", description: str) -> str:
    from leanbreath.sound.voice import VoiceUnavailable

    try:
        _speak(make())
    except VoiceUnavailable as reason:
        return str(reason)
    return description


def _speak(engine: "Engine") -> str:
    """Let an engine say a word, and return its name."""
    from leanbreath.sound.voice.clip import make_clip

    with closing(engine):
        make_clip(engine.speak("One."))
    return engine.name
