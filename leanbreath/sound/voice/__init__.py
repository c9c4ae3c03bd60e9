"""The voice: engines that speak, and the clips that are made of their speech before a session."""

from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray


class VoiceUnavailable(Exception):
    """Says why there is no voice, and how to get one."""


class EmptyUtterance(VoiceUnavailable):
    """Says that a text has nothing to speak."""


class Utterance(NamedTuple):
    """Speech from an engine: float32 samples of one channel, and their rate."""

    samples: NDArray[np.float32]
    rate: int


class Engine(Protocol):
    """A speech engine; its `name` identifies engine and voice in the cache."""

    name: str

    def speak(self, text: str) -> Utterance:
        """Return a text as sound; raise `VoiceUnavailable` if that fails."""

    def close(self) -> None:
        """Free the memory it takes; it can speak again."""
