"""Chooses the speech engine."""

import shlex
from collections.abc import Callable, Iterator

from leanbreath.score.speakable import ENGLISH_ID, is_english
from leanbreath.sound.voice import Engine, VoiceUnavailable
from leanbreath.sound.voice.command import CommandVoice, system_voice
from leanbreath.sound.voice.espeak import EspeakVoice
from leanbreath.sound.voice.hibari import hibari_voice
from leanbreath.sound.voice.piper import piper_voice
from leanbreath.sound.voice_settings import VoiceSettings

INSTALL = "install one with  pip install 'leanbreath[voice]'"

Make = Callable[[str, float], Engine]
"""Returns the engine that speaks with a voice, at a pace."""

AUTO: tuple[Make, ...] = (hibari_voice, EspeakVoice, system_voice)
"""What `auto` tries, the best first."""


def voice_engines(form: VoiceSettings, pace: float = 1.0, language: str = ENGLISH_ID) -> Iterator[Engine]:
    """Yield the engine of the settings, or for `auto` all there are, the best first; `VoiceUnavailable` if none."""
    is_found = False
    for engine in tried_engines(form, pace, language):
        if not isinstance(engine, VoiceUnavailable):
            is_found = True
            yield engine
    if not is_found:
        raise VoiceUnavailable(f"no voice was found; {INSTALL}")


def tried_engines(form: VoiceSettings, pace: float, language: str) -> Iterator[Engine | VoiceUnavailable]:
    """Yield the engines of the settings, and for `auto` in place of one that is missing the reason."""
    match form.engine:
        case "off":
            raise VoiceUnavailable("the voice is turned off")
        case "hibari":
            yield hibari_voice(form.name, pace)
        case "espeak":
            yield EspeakVoice(form.name, pace)
        case "piper":
            yield piper_voice(form.model, pace)
        case "system":
            yield system_voice(form.name, pace)
        case "command":
            yield CommandVoice(shlex.split(form.command))
        case "auto":
            yield from (_tried(voice, form.name, pace, language) for voice in AUTO)


def _tried(voice: Make, name: str, pace: float, language: str) -> Engine | VoiceUnavailable:
    if voice is hibari_voice and not is_english(language):
        return VoiceUnavailable("Hibari speaks only English")
    try:
        return voice(name, pace)
    except VoiceUnavailable as reason:
        return reason
