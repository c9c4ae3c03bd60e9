"""The click track: a score that clicks at each second, to compare sound with picture."""

from fractions import Fraction

from leanbreath.score.passage import Passage
from leanbreath.score.score import RATE, Cue, Score, Segment

TITLE = "Sound and picture"
SECONDS = 600
FLASH_FRAMES = RATE // 8
"""How long the picture flashes with each click."""


def click_track() -> Score:
    """Return a score of ten minutes with a click at each second."""
    cues = tuple(Cue(second * RATE, "tick", 0, "tick") for second in range(SECONDS))
    passage = Passage("move", "1", TITLE, gap_seconds=Fraction(SECONDS))
    segment = Segment(0, SECONDS * RATE, "move", "1", None, TITLE)
    return Score(None, TITLE, (passage,), (segment,), cues, SECONDS * RATE)


def is_flash(frame: int) -> bool:
    """Return whether the picture flashes while a frame of the click track is heard."""
    return frame % RATE < FLASH_FRAMES
