"""eSpeak NG through its library, from the package `espeakng-loader`."""

import ctypes
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from leanbreath.sound.voice import Utterance, VoiceUnavailable

SYNCHRONOUS, BY_CHARACTER, UTF8, WORDS_A_MINUTE = 2, 1, 1, 1
"""Constants of `espeak-ng/speak_lib.h`."""

PACE = 160
"""Words a minute at the pace 1; a little faster than the pace assumed without a voice."""

LONGEST_PATH = 150
"""The library cannot open its data through a longer path."""

Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


class EspeakVoice:
    """Speaks with a voice of eSpeak NG, such as `en`, `en-us` or `de`."""

    def __init__(self, voice: str = "en", pace: float = 1.0) -> None:
        self._library, self._rate = _open_library()
        self._voice, self._words_a_minute = voice, round(PACE * pace)
        self.name = f"espeak-ng {voice} {self._words_a_minute}"

    def speak(self, text: str) -> Utterance:
        """Return a text as sound."""
        if self._library.espeak_SetVoiceByName(self._voice.encode()):
            raise VoiceUnavailable(f'eSpeak NG has no voice "{self._voice}"; name one such as en, en-us or de')
        self._library.espeak_SetParameter(WORDS_A_MINUTE, self._words_a_minute, 0)
        pieces: list[bytes] = []

        def collect(samples: Any, count: int, events: Any) -> int:
            if samples and count:
                pieces.append(ctypes.string_at(samples, count * 2))
            return 0

        callback = Callback(collect)
        self._library.espeak_SetSynthCallback(callback)
        encoded = text.encode()
        failed = self._library.espeak_Synth(encoded, len(encoded) + 1, 0, BY_CHARACTER, 0, UTF8, None, None)
        if failed:
            raise VoiceUnavailable(f"eSpeak NG could not speak a line (code {failed})")
        samples = np.frombuffer(b"".join(pieces), dtype="<i2").astype(np.float32) / np.float32(32768)
        return Utterance(samples, self._rate)

    def close(self) -> None:
        """Do nothing: the library is small, and stays open."""


@cache
def _open_library() -> tuple[Any, int]:
    """Return the library, opened once, and its sample rate."""
    try:
        import espeakng_loader
    except ImportError:
        raise VoiceUnavailable("eSpeak NG is missing; install it with  pip install 'leanbreath[espeak]'") from None
    path, data = espeakng_loader.get_library_path(), Path(espeakng_loader.get_data_path())
    if len(str(data)) > LONGEST_PATH:
        raise VoiceUnavailable(f"eSpeak NG cannot read its data in {data}: the path is too long")
    try:
        library = ctypes.CDLL(str(path))
    except OSError as error:
        raise VoiceUnavailable(f"eSpeak NG cannot be opened: {error}") from error
    library.espeak_Synth.argtypes = [
        ctypes.c_char_p,
        ctypes.c_size_t,
        ctypes.c_uint,
        ctypes.c_int,
        ctypes.c_uint,
        ctypes.c_uint,
        ctypes.c_void_p,
        ctypes.c_void_p,
    ]
    rate = library.espeak_Initialize(SYNCHRONOUS, 0, str(data.parent).encode(), 0)
    if rate <= 0:
        rate = library.espeak_Initialize(SYNCHRONOUS, 0, str(data).encode(), 0)
    if rate <= 0:
        raise VoiceUnavailable(f"eSpeak NG cannot read its data in {data}")
    return library, int(rate)
