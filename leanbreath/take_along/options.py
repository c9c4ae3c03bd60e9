"""How a file is written, and what is told meanwhile."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from leanbreath.playback.audio_setup import AudioOptions
from leanbreath.routine.model import Routine


@dataclass(frozen=True)
class Options:
    """What the command line asks for.

    At least `gap` seconds lie before each lean drill. `split` writes a file for each step.
    """

    audio: AudioOptions
    wait: Fraction = Fraction(10)
    own_breath: Fraction | None = None
    gap: Fraction = Fraction(0)
    split: bool = False


@dataclass(frozen=True)
class Report:
    """Where a writer tells what it does.

    `message` receives a sentence. `progress` receives a title, and the frames written so far after each part; the
    first number is how many there are in all. It writes the file by taking them.
    """

    message: Callable[[str], None]
    progress: Callable[[str, Iterator[int]], None]


Writer = Callable[[Routine, Path, Options, Report], tuple[Path, ...]]
"""Writes a routine to a file; returns the files it wrote. Raises `InvalidRequest` if it can't, and leaves nothing."""
