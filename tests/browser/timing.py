"""How far the picture of a routine's page is from its sound, as it was recorded from outside by `recorder.js`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

NEAR = 0.05
"""Seconds within which a picture is in time."""

SEARCHED = 2.0
"""How many seconds of sound a change of the picture is looked for around its own time."""


@dataclass(frozen=True)
class Timing:
    """How many seconds of the sound each change of phase was off when it was shown; `missed` were never shown."""

    offsets: tuple[float, ...]
    missed: tuple[int, ...] = ()

    @property
    def share_near(self) -> float:
        """The share of all changes that were shown in time."""
        near = sum(abs(offset) <= NEAR for offset in self.offsets)
        return near / max(len(self.offsets) + len(self.missed), 1)

    @property
    def median(self) -> float:
        """The median distance, in seconds."""
        return median(map(abs, self.offsets))

    @property
    def worst(self) -> float:
        """The largest distance, in seconds."""
        return max(map(abs, self.offsets))


def timing_of_phases(data: Mapping[str, Any], phases: Sequence[Sequence[float]]) -> Timing:
    """Return the timing of every phase, as the page itself says when it showed it."""
    shown = dict(reversed([(int(index), seconds) for index, seconds in phases]))
    starts = {
        index: each["at"] / data["rate"] for index, each in enumerate(data["segments"]) if each["end"] > each["at"]
    }
    offsets = (shown[index] - at for index, at in starts.items() if index in shown)
    return Timing(tuple(offsets), tuple(index for index in starts if index not in shown))


def timing_of_words(data: Mapping[str, Any], recorded: Sequence[Mapping[str, Any]]) -> Timing:
    """Return the timing of every phase whose word differs from that before, by when it came into the document."""
    offsets, missed = [], []
    changes = [(row["audio"], row["word"]) for before, row in pairwise(recorded) if row["word"] != before["word"]]
    for index, word, at in _changes_of_word(data):
        near = [time - at for time, shown in changes if shown == word and abs(time - at) < SEARCHED]
        if near:
            offsets.append(min(near, key=abs))
        else:
            missed.append(index)
    return Timing(tuple(offsets), tuple(missed))


def screen_timing(data: Mapping[str, Any], recorded: Sequence[Mapping[str, Any]], speed: float) -> Timing:
    """Return the same by when a word came onto the screen, in seconds of a clock on the wall."""
    shown = [{**row, "audio": row["audio"] + (row["painted"] - row["wall"]) / 1000 * speed} for row in recorded]
    timing = timing_of_words(data, shown)
    return Timing(tuple(offset / speed for offset in timing.offsets), timing.missed)


def _changes_of_word(data: Mapping[str, Any]) -> Iterator[tuple[int, str, float]]:
    """Yield the segments that have another word than the one before: index, word, and seconds of the sound."""
    for index, (before, segment) in enumerate(pairwise(data["segments"]), 1):
        if segment["word"] and segment["word"] != before["word"] and segment["end"] > segment["at"]:
            yield index, segment["word"], segment["at"] / data["rate"]
