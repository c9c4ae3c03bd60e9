"""The clock of a try: it counts down to an end, or up until it is stopped."""

from fractions import Fraction
from math import ceil
from typing import NamedTuple


class TryTimer(NamedTuple):
    """A clock in monotonic seconds; it counts down if it has a `length`, and holds what it `measured` once stopped."""

    begun: float | None = None
    length: Fraction | None = None
    measured: float = 0.0

    @property
    def is_running(self) -> bool:
        """Whether it counts."""
        return self.begun is not None

    def press(self, now: float, length: Fraction | None) -> "TryTimer":
        """Return the clock after its key was pressed: it starts, or stops."""
        if self.begun is None:
            return TryTimer(now, length)
        return TryTimer(measured=now - self.begun)

    def is_over(self, now: float) -> bool:
        """Return whether it has counted down."""
        return self.begun is not None and self.length is not None and now - self.begun >= self.length

    def text(self, now: float) -> str:
        """Return what it shows: whole seconds, those left or those gone by."""
        if self.begun is None:
            return str(int(self.measured))
        gone = max(now - self.begun, 0.0)
        return str(int(gone) if self.length is None else max(ceil(float(self.length) - gone), 0))
