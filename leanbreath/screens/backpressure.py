"""Whether the terminal keeps up: a frame it would take late is dropped, and on a slow link less is drawn."""

import os
import select
from io import TextIOWrapper
from typing import NamedTuple

SMOOTHING = 0.03
"""The weight of the newest frame in the share of dropped frames: it follows the last second or so."""

SLOW_SHARE = 0.15
"""The share of dropped frames from which a link is slow."""

FIRST_PATIENCE, LONGEST_PATIENCE = 10.0, 300.0
"""The seconds without a dropped frame after which a link is tried again, at first and at most."""


def is_writable(stream: TextIOWrapper) -> bool:
    """Return whether a terminal would take a frame at once; True where that cannot be known."""
    if os.name != "posix" or stream.closed or not stream.isatty():
        return True
    _, writable, _ = select.select([], [stream], [], 0)
    return bool(writable)


class Link(NamedTuple):
    """The link to a terminal: the share of frames dropped of late, and since when none was.

    Each time it turns slow, it must be good for twice as long, `patience`, before it is trusted again.
    """

    dropped: float = 0.0
    good_since: float = 0.0
    is_slow: bool = False
    patience: float = FIRST_PATIENCE

    def after_frame(self, is_drawn: bool, now: float) -> "Link":
        """Return the link after a frame was drawn or dropped."""
        dropped = self.dropped + SMOOTHING * ((not is_drawn) - self.dropped)
        since = self.good_since if is_drawn else now
        if self.is_slow and is_drawn and now - since >= self.patience:
            return Link(0.0, since, False, min(2 * self.patience, LONGEST_PATIENCE))
        return Link(dropped, since, self.is_slow or dropped >= SLOW_SHARE, self.patience)
