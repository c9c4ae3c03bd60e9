"""The pace of speech: how long it takes to say a text, as a voice measured it, else by an estimate."""

from collections.abc import Mapping
from functools import cache

from leanbreath.score.sample_rate import RATE

FRAMES_A_WORD = RATE * 2 // 5
"""The pace of speech assumed without a voice: 2.5 words a second."""

FRAMES_A_PAUSE = RATE * 3 // 10
"""How long a pause within a line is assumed to be, and how long it is between two lines that lead into work."""

PAUSES = ".,:;!?…"
"""What a word ends with, if a pause follows it."""


@cache
def estimated_frames(text: str) -> int:
    """Return about how many frames it takes to say a text; voices take as long, or a little less."""
    words = text.split()
    pauses = sum(word[-1] in PAUSES for word in words[:-1])
    return len(words) * FRAMES_A_WORD + pauses * FRAMES_A_PAUSE


def spoken_frames(text: str, lengths: Mapping[str, int]) -> int:
    """Return how many frames it takes to say a text: as the voice measured it, else an estimate."""
    return lengths.get(text, estimated_frames(text))
