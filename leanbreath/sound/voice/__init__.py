"""The voice: engines that turn a text into sound, and what is made ready of it before a session."""

from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray


class NoVoice(Exception):
    """Says why there is no voice, and what would bring one."""


class NothingSaid(NoVoice):
    """Says that a text came to no sound, as one without a word does."""


class Utterance(NamedTuple):
    """What an engine said: float32 samples in one channel, and how many of them there are in a second."""

    samples: NDArray[np.float32]
    rate: int


class Engine(Protocol):
    """Something that speaks; what it says may be kept under its `name`, which tells its voice too."""

    name: str

    def speak(self, text: str) -> Utterance:
        """Return a text as sound; raise `NoVoice` where that cannot be done."""
