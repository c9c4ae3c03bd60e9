"""What the command line asks of a session."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from leanbreath.playback.audio_setup import AudioOptions
from leanbreath.routine.vocabulary import Side

if TYPE_CHECKING:
    from leanbreath.coach.prescribe import Prescriber


@dataclass(frozen=True)
class SessionOptions:
    """How to run a session.

    `source` is the name or file by which it can be resumed, `resumed_seconds` how far it had come. `own_breath` is how
    long the runner's own breath takes in seconds, from which paced breaths slow down, `fit` how many seconds there are.
    `prescribe` makes what the coach prescribes for so many seconds; without it, the routine is played as written.
    """

    plain: bool = False
    mute: bool = False
    audio: AudioOptions = field(default_factory=AudioOptions)
    from_step: str | None = None
    wait: Fraction = Fraction(10)
    speed: float = 1.0
    calm: bool = False
    at_once: bool = False
    source: str | None = None
    resumed_seconds: float | None = None
    first_side: Side | None = None
    own_breath: Fraction | None = None
    fit: Fraction | None = None
    prescribe: "Prescriber | None" = None

    @property
    def is_rehearsal(self) -> bool:
        """Whether it runs at another speed, without sound, keys and diary."""
        return self.speed != 1.0
