"""The process in which a large voice is loaded, so that it can't delay a tone and its memory is freed with it.

`python -m leanbreath.sound.voice.worker MODULE OPTIONS` loads a voice, reads texts from standard input, each a line of
JSON, and answers each on standard output. It ends when its input ends, so it never outlives a session.
"""

import json
import os
import struct
import sys
from collections.abc import Callable
from importlib import import_module
from io import BufferedWriter

from leanbreath.score.score import RATE
from leanbreath.sound.resampling import resample
from leanbreath.sound.voice import Utterance, VoiceUnavailable

HEADER = struct.Struct("<II")
"""The head of an answer: its kind, and how many bytes follow."""

SPEECH, UNSPOKEN, FAILED = 1, 2, 3
"""Kinds of answers: float32 samples at the mixer's rate; why a text can't be said; why no text can be said."""

NICENESS = 5
"""Screen and sound come first."""

Speak = Callable[[str], Utterance]
"""A loaded voice."""


def main() -> None:
    """Load a voice and answer every text."""
    if sys.platform != "win32":
        os.nice(NICENESS)
    answers = _take_standard_output()
    module, options = sys.argv[1:]
    try:
        speak: Speak = import_module(module).load(**json.loads(options))
    except (VoiceUnavailable, ImportError) as reason:
        _write(answers, FAILED, str(reason).encode())
        return
    for line in sys.stdin.buffer:
        _answer(answers, speak, json.loads(line))


def _take_standard_output() -> BufferedWriter:
    """Return standard output; whatever a library prints goes to standard error from now on."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _answer(answers: BufferedWriter, speak: Speak, text: str) -> None:
    try:
        said = speak(text)
    except VoiceUnavailable as reason:
        _write(answers, UNSPOKEN, str(reason).encode())
    else:
        _write(answers, SPEECH, resample(said.samples, said.rate, RATE).astype("<f4").tobytes())


def _write(answers: BufferedWriter, kind: int, content: bytes) -> None:
    answers.write(HEADER.pack(kind, len(content)) + content)
    answers.flush()


if __name__ == "__main__":
    main()
