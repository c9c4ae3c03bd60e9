"""Which engine speaks."""

import shlex
from collections.abc import Callable
from contextlib import suppress

from leanbreath.sound.pack_file import VoiceForm
from leanbreath.sound.voice import Engine, NoVoice
from leanbreath.sound.voice.command import Command, system
from leanbreath.sound.voice.espeak import Espeak

INSTALL = "install one with  pip install 'leanbreath[voice]'"


def engine(wish: VoiceForm) -> Engine:
    """Return the engine that is wished for, or the best there is; raise `NoVoice` where there is none."""
    match wish.engine:
        case "off":
            raise NoVoice("the voice is turned off")
        case "espeak":
            return Espeak(wish.name)
        case "system":
            return system(wish.name)
        case "command":
            return Command(shlex.split(wish.command))
        case "auto":
            return _best(wish)


def _best(wish: VoiceForm) -> Engine:
    voices: tuple[Callable[[str], Engine], ...] = (Espeak, system)
    for voice in voices:
        with suppress(NoVoice):
            return voice(wish.name)
    raise NoVoice(f"no voice was found; {INSTALL}")
