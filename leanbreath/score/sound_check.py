"""The sound check: a score that plays every sound once, each after its name."""

from fractions import Fraction
from typing import get_args

from leanbreath.score.passage import Passage
from leanbreath.score.phrases import ENGLISH, Phrases
from leanbreath.score.score import RATE, Cue, Glide, Score, Segment, Sound

CUE_FRAMES, SOUND_AFTER, BREATH_FRAMES = 2 * RATE, RATE, 3 * RATE
"""Each cue takes two seconds and sounds after one; an inhale or exhale takes three."""


def sound_check(phrases: Phrases = ENGLISH) -> Score:
    """Return a score of each cue, a breath in and out, and the voice alone."""
    cues: list[Cue] = []
    at = 0
    for sound in get_args(Sound):
        cues += [Cue(at, "say", 0, say=f"{sound.capitalize()}."), Cue(at + SOUND_AFTER, "tone", 0, sound)]
        at += CUE_FRAMES
    cues.append(Cue(at, "say", 0, say=f"{phrases.phase('inhale')}. {phrases.phase('exhale')}."))
    glides = (
        Glide(at + CUE_FRAMES, at + CUE_FRAMES + BREATH_FRAMES, "inhale"),
        Glide(at + CUE_FRAMES + BREATH_FRAMES, at + CUE_FRAMES + 2 * BREATH_FRAMES, "exhale"),
    )
    at = glides[-1].end
    cues.append(Cue(at, "say", 0, say=phrases.safety))
    total = at + 6 * RATE
    passage = Passage("move", "1", "Every sound", gap_seconds=Fraction(total, RATE))
    segment = Segment(0, total, "move", "1", None, "Every sound")
    return Score(None, "Every sound", (passage,), (segment,), tuple(cues), total, glides=glides, phrases=phrases)
