"""Chooses the speech engine."""

import shlex
from collections.abc import Callable
from contextlib import suppress

from leanbreath.sound.voice import Engine, VoiceUnavailable
from leanbreath.sound.voice.command import CommandVoice, system_voice
from leanbreath.sound.voice.espeak import EspeakVoice
from leanbreath.sound.voice_settings import VoiceSettings

INSTALL = "install one with  pip install 'leanbreath[voice]'"


def voice_engine(form: VoiceSettings) -> Engine:
    """Return the engine of the settings, or for `auto` the best there is; raise `VoiceUnavailable` if there is none."""
    match form.engine:
        case "off":
            raise VoiceUnavailable("the voice is turned off")
        case "espeak":
            return EspeakVoice(form.name)
        case "system":
            return system_voice(form.name)
        case "command":
            return CommandVoice(shlex.split(form.command))
        case "auto":
            return _best(form)


def _best(form: VoiceSettings) -> Engine:
    voices: tuple[Callable[[str], Engine], ...] = (EspeakVoice, system_voice)
    for voice in voices:
        with suppress(VoiceUnavailable):
            return voice(form.name)
    raise VoiceUnavailable(f"no voice was found; {INSTALL}")
