"""Little scores that are spliced in around the routine's own: the count-in, and the call at a wait."""

from leanbreath.score.phrases import ENGLISH, Phrases
from leanbreath.score.score import RATE, Cue, Score, Segment

SECONDS = 3
"""A re-entry counts 3, 2, 1."""


def count_in(score: Score, frame: int, seconds: int = SECONDS, phrases: Phrases = ENGLISH) -> Score:
    """Return the count-in to a frame of a score: it names what comes and ticks its last three seconds."""
    title = _title(score, frame, phrases)
    word = phrases.go_on if frame else phrases.ready
    total = seconds * RATE
    segment = Segment(0, total, "ready", "", None, title)
    ticks = [Cue(total - left * RATE, "tick", 0, "tick") for left in range(min(SECONDS, seconds), 0, -1)]
    said = Cue(0, "say", 0, say=f"{word} {phrases.short.format(what=title)}")
    return Score(None, title, (), (segment,), tuple(sorted((said, *ticks), key=lambda cue: cue.at)), total)


def call(score: Score, wait: int) -> Score:
    """Return what is heard at a wait, given by the index of its segment: a tone, and its words."""
    text = score.segments[wait].title
    segment = Segment(0, RATE, "wait", "", None, text)
    return Score(None, text, (), (segment,), (Cue(0, "tone", 0, "done"), Cue(0, "say", 0, say=text)), RATE)


def _title(score: Score, frame: int, phrases: Phrases) -> str:
    """Return what is done from a frame on: a gap without words of its own is named by what it leads to."""
    for passage in score.passages[score.at(frame).passage :]:
        if passage.kind in ("work", "move", "rest"):
            return phrases.what(passage.title, passage.side if passage.kind == "work" else None).rstrip(".")
    return score.title
