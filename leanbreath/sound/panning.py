"""Panning: the tones of a side lie on that side, with the same power as in the middle."""

from math import sqrt

import numpy as np
from numpy.typing import NDArray

from leanbreath.routine.vocabulary import Side
from leanbreath.score.score import Cue, Score

UNPANNED = ("left", "right", "end")
"""Sounds that are recorded on their side already, and the end, which belongs to no side."""

NEAR, FAR = sqrt(1.6), sqrt(0.4)
"""The gains of a tone on its side and on the other: twice and half the power, the sum unchanged."""

SIDES: dict[Side | None, NDArray[np.float32]] = {
    "left": np.array((NEAR, FAR), np.float32),
    "right": np.array((FAR, NEAR), np.float32),
}


def stereo_gains(cue: Cue, score: Score) -> NDArray[np.float32] | None:
    """Return the gains of a cue's tone on the left and on the right; None if it plays as recorded."""
    return None if cue.sound in UNPANNED else SIDES.get(score.segments[cue.segment].side)


def peak_gain(cue: Cue, score: Score) -> float:
    """Return the larger of the two gains of a cue's tone."""
    return 1.0 if stereo_gains(cue, score) is None else NEAR
