"""Where sound goes; each output takes a function that fills blocks of frames."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from leanbreath.sound.mix import Block

Fill: TypeAlias = "Callable[[int], Block]"
"""Returns the next so many frames: float32, shape (count, 2); it is called from the audio thread."""


class NoDevice(Exception):
    """Says why there is no sound."""


class Output(Protocol):
    """Something that plays."""

    held_seconds: float
    """What the device still holds when it asks for a block; known once it has started."""

    def start(self, fill: Fill) -> None:
        """Begin to ask for frames; raise `NoDevice` where nothing can be played."""

    def close(self) -> None:
        """Stop, at once."""
