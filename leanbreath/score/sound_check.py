"""A score in which every sound is heard once, each after its name: what tries the sound out."""

from fractions import Fraction
from typing import get_args

from leanbreath.score.passage import Passage
from leanbreath.score.phrases import ENGLISH, Phrases
from leanbreath.score.score import RATE, Cue, Glide, Score, Segment, Sound

NAMED, SOUNDED, BREATH = RATE * 2, RATE, 3 * RATE
"""A cue takes two seconds and is heard in the second; a breath in, or out, takes three."""


def sound_check(phrases: Phrases = ENGLISH) -> Score:
    """Return the score: each cue, a breath in and out, and the voice by itself."""
    cues: list[Cue] = []
    at = 0
    for sound in get_args(Sound):
        cues += [Cue(at, "say", 0, say=f"{sound.capitalize()}."), Cue(at + SOUNDED, "tone", 0, sound)]
        at += NAMED
    cues.append(Cue(at, "say", 0, say=f"{phrases.phase('inhale')}. {phrases.phase('exhale')}."))
    glides = (
        Glide(at + NAMED, at + NAMED + BREATH, "inhale"),
        Glide(at + NAMED + BREATH, at + NAMED + 2 * BREATH, "exhale"),
    )
    at = glides[-1].end
    cues.append(Cue(at, "say", 0, say=phrases.safety))
    total = at + 6 * RATE
    passage = Passage("move", "1", "Every sound", gap=Fraction(total, RATE))
    segment = Segment(0, total, "move", "1", None, "Every sound")
    return Score(None, "Every sound", (passage,), (segment,), tuple(cues), total, glides=glides, phrases=phrases)
