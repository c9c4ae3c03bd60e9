"""How a file is written, and what is told meanwhile."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from leanbreath.playback.audio_setup import AudioOptions
from leanbreath.routine.library import Library
from leanbreath.routine.model import Routine
from leanbreath.userdata.library import load_library

USUAL_WAIT = Fraction(30)
"""Time to hear where to go, and to go there."""


@dataclass(frozen=True)
class Options:
    """What the command line asks for.

    `wait` is how long a wait lasts in a recording, None for the usual length. The routine was fitted to `fit` seconds.
    At least `gap` seconds lie before each lean drill. `split` writes a file for each step. Figures are
    looked for in `library`, which knows what is next to a file.
    """

    audio: AudioOptions
    wait: Fraction | None = None
    own_breath: Fraction | None = None
    fit: Fraction | None = None
    gap: Fraction = Fraction(0)
    split: bool = False
    library: Library = field(default_factory=load_library)

    @property
    def timed_wait(self) -> Fraction:
        """How long a wait lasts in a recording, with its words."""
        return USUAL_WAIT if self.wait is None else self.wait


@dataclass(frozen=True)
class Report:
    """Where a writer tells what it does.

    `message` receives a sentence. `progress` receives a title, and the frames written so far after each part; the
    first number is how many there are in all. It writes the file by taking them.
    """

    message: Callable[[str], None]
    progress: Callable[[str, Iterator[int]], None]

    def speech(self, number: int, count: int) -> None:
        """Tell, before the first new line is said, how many there are."""
        if not number:
            self.message(f"preparing the voice: {count} new line{'s' * (count != 1)}")


Writer = Callable[[Routine, Path, Options, Report], tuple[Path, ...]]
"""Writes a routine to a file; returns the files it wrote. Raises `InvalidRequest` if it can't, and leaves nothing."""
