"""The sound bank: every sound that a score plays with."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from leanbreath.sound.ducking import RELEASE
from leanbreath.sound.fade import FADE
from leanbreath.sound.pack_file import GlideForm

Sounds = Mapping[str, NDArray[np.float32]]
"""Sounds by name: float32, shape (frames, 2), at 48 000 frames a second."""


@dataclass(frozen=True)
class SoundBank:
    """Tones by cue, glides by phase, spoken lines by text (16 bits, one channel), and one gain for all.

    Lines may still be added; none is longer than the longest there is, or than `longest_line` frames.
    """

    tones: Sounds
    glides: Mapping[str, GlideForm] = field(default_factory=dict)
    speech: Mapping[str, NDArray[np.int16]] = field(default_factory=dict)
    longest_line: int = 0
    speech_gain: np.float32 = np.float32(1)  # noqa: RUF009 - a number
    gain: np.float32 = np.float32(1)  # noqa: RUF009 - a number

    @cached_property
    def tone_tail(self) -> int:
        """The longest tone in frames."""
        return max(map(len, self.tones.values()), default=0)

    @cached_property
    def speech_tail(self) -> int:
        """The longest line in frames, with the recovery of the tones after it."""
        return max(self.longest_line, *map(len, self.speech.values()), 0) + RELEASE

    def spoken_line(self, text: str, first: int, last: int) -> NDArray[np.float32]:
        """Return frames `first` to `last` of a spoken line: shape (frames, 1), the same on both sides."""
        return self.speech[text][first:last, None] * (self.speech_gain / np.float32(32_768))

    @property
    def tail(self) -> int:
        """For how many frames a sound can last after it begins or is interrupted."""
        return max(self.tone_tail, self.speech_tail, FADE)

    def balanced(self, decibels: float) -> "SoundBank":
        """Return the bank with its voice `decibels` over its tones; the softer of the two is turned down."""
        if not decibels:
            return self
        gain = np.float32(10 ** (-abs(decibels) / 20))
        if decibels < 0:
            return replace(self, speech_gain=gain)
        tones = {cue: sound * gain for cue, sound in self.tones.items()}
        glides = {phase: replace(form, gain=form.gain - decibels) for phase, form in self.glides.items()}
        return replace(self, tones=tones, glides=glides)
