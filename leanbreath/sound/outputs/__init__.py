"""Where sound goes: outputs that ask for frames and so set the pace, and outputs that follow the session's own time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from leanbreath.sound.mixer import Block

OutputName = Literal["auto", "miniaudio", "simpleaudio", "bell", "silent"]


class NoDevice(Exception):
    """Says why there is no sound, and what would bring it."""


class Source(Protocol):
    """What an output plays; it is called from the output's own thread."""

    def pull(self, count: int) -> Block:
        """Return the next so many frames, for an output that sets the pace."""

    def heard(self) -> int:
        """Return the frame that is to be heard now, for an output that follows."""

    def version(self) -> object:
        """Return something that is another thing once other frames are to be heard than before."""

    def mixed(self, first: int, count: int) -> Block:
        """Return any frames of what is to be heard."""

    def stands(self, first: int) -> bool:
        """Return whether nothing is performed from a frame on, until it is another version."""


class Output(Protocol):
    """Something that plays.

    `held_seconds` is what the device still holds when it asks for a block, known once it has started; None says that
    it does not ask, but follows. `failed` says that it has broken off; one that asks says so by asking no more.
    """

    name: OutputName
    held_seconds: float | None
    about: str

    @property
    def failed(self) -> bool:
        """Whether the device has broken off."""

    def start(self, source: Source) -> None:
        """Begin to play; raise `NoDevice` where nothing can be played."""

    def close(self) -> None:
        """Stop, at once."""
