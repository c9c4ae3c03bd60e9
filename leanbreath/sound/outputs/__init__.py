"""Where sound goes: outputs that pull frames and so set the pace, and outputs that are pushed whole chunks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from leanbreath.sound.mixer import Block

OutputName = Literal["auto", "pulseaudio", "miniaudio", "simpleaudio", "bell", "silent"]


MISSING_FIX = "with a C compiler, install it with  pip install 'leanbreath[sound]'"


class NoDevice(Exception):
    """Says why there is no sound, and what would bring it."""


class PullSource(Protocol):
    """What an output pulls frames from; it is called from the audio thread."""

    def pull(self, count: int) -> Block:
        """Return the next frames."""

    def note_heard(self, frame: int) -> None:
        """Note which frame, of those pulled so far, the device says is heard at this moment."""


class PushSource(Protocol):
    """What chunks are made from; it is called from the thread that pushes them."""

    def heard_frame(self) -> int:
        """Return the frame that should be heard now."""

    def version(self) -> object:
        """Return a value that changes when other frames should be heard than before."""

    def mix(self, first: int, count: int) -> Block:
        """Return any frames of what should be heard."""

    def stands_still(self, first: int) -> bool:
        """Return whether nothing is played from a frame on, in this version."""


class PullOutput(Protocol):
    """An output that asks for frames in a callback.

    `latency_seconds` is what the device still holds when it asks for a block, known once it has started; a device that
    reports what is heard makes it more exact. A device that is lost asks no more.
    """

    kind: Literal["pull"]
    name: OutputName
    description: str
    latency_seconds: float

    @property
    def underruns(self) -> int:
        """How often the device says that it ran dry."""

    def start(self, source: PullSource) -> None:
        """Begin to play; raise `NoDevice` if nothing can be played."""

    def close(self) -> None:
        """Stop at once."""


class PushOutput(Protocol):
    """An output that plays the chunks it is pushed, in time with the session."""

    kind: Literal["push"]
    name: OutputName
    description: str

    @property
    def is_lost(self) -> bool:
        """Whether the device is lost."""

    def start(self, source: PushSource) -> None:
        """Begin to play; raise `NoDevice` if nothing can be played."""

    def close(self) -> None:
        """Stop at once."""


Output = PullOutput | PushOutput
