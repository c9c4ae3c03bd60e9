"""Where tones lie between left and right: those of a side on that side, as loud as they would be in the middle."""

from math import sqrt

import numpy as np
from numpy.typing import NDArray

from leanbreath.routine.vocabulary import Side
from leanbreath.score.score import Cue, Score

OWN = ("left", "right", "end")
"""Sounds that have a place of their own, and the end, which belongs to no side."""

NEAR, FAR = sqrt(1.6), sqrt(0.4)
"""How loud a tone of a side is on that side, and on the other: twice and half, with the power of both together kept."""

SIDES: dict[Side | None, NDArray[np.float32]] = {
    "left": np.array((NEAR, FAR), np.float32),
    "right": np.array((FAR, NEAR), np.float32),
}


def places(cue: Cue, score: Score) -> NDArray[np.float32] | None:
    """Return how loud the tone of a cue is on the left and on the right; None where it is as in its file."""
    return None if cue.sound in OWN else SIDES.get(score.segments[cue.segment].side)


def loudest(cue: Cue, score: Score) -> float:
    """Return how many times as loud as in its file the tone of a cue is, where it is loudest."""
    return 1.0 if places(cue, score) is None else NEAR
