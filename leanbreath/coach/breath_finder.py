"""A runner's own breath, found from the moments at which a key is tapped, once at each in-breath."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from statistics import median

BREATHS = 5
"""How many breaths are measured, by one tap more."""

SHORTEST, LONGEST = Fraction(3, 2), Fraction(20)
"""Presses closer than this, in seconds, are a key that repeats; after a longer gap, tapping starts again."""


@dataclass(frozen=True)
class BreathFinder:
    """The taps that count, and the latest press of the key, which may repeat an earlier one; all in seconds."""

    taps: tuple[float, ...] = ()
    latest: float | None = None

    def tap(self, seconds: float) -> "BreathFinder":
        """Return what is known after the key was pressed; once a breath is found, nothing changes."""
        if self.is_complete or (self.latest is not None and seconds - self.latest < SHORTEST):
            return BreathFinder(self.taps, seconds)
        starts_again = not self.taps or seconds - self.taps[-1] > LONGEST
        return BreathFinder((seconds,) if starts_again else (*self.taps, seconds), seconds)

    @property
    def is_complete(self) -> bool:
        """Whether there are enough taps."""
        return len(self.taps) > BREATHS

    @property
    def breath(self) -> Fraction | None:
        """The length of the breath in seconds, to a tenth: the median of all intervals; None with too few taps."""
        if not self.is_complete:
            return None
        middle = median(later - earlier for earlier, later in pairwise(self.taps))
        return Fraction(round(middle * 10), 10)
