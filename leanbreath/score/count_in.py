"""Little scores that are spliced in around the routine's own: the count-in, and the call at a wait."""

from dataclasses import replace

from leanbreath.score.arrange import spoken_frames
from leanbreath.score.score import RATE, Cue, Score, Segment

RE_ENTRY_SECONDS = 3
"""A re-entry counts 3, 2, 1."""


def count_in(score: Score, frame: int, seconds: int = RE_ENTRY_SECONDS) -> Score:
    """Return the count-in to a frame of a score: it names what comes and ticks its last three seconds.

    What is too long to be said in its time is said shorter.
    """
    total = seconds * RATE
    forms = lead_in_texts(score, frame)
    lengths = dict(score.spoken)
    text = next((form for form in forms if spoken_frames(form, lengths) <= total), forms[-1])
    segment = Segment(0, total, "ready", "", None, _title(score, frame))
    ticks = [Cue(total - left * RATE, "tick", 0, "tick") for left in range(min(RE_ENTRY_SECONDS, seconds), 0, -1)]
    cues = sorted((Cue(0, "say", 0, say=text), *ticks), key=lambda cue: cue.at)
    return _little(score, segment, tuple(cues))


def lead_in_texts(score: Score, frame: int) -> tuple[str, ...]:
    """Return what may be said where a frame is led to, the longest first."""
    phrases = score.phrases
    word = phrases.resume if frame else phrases.ready
    what = phrases.short.format(what=_title(score, frame))
    return f"{word} {what}", what, word


def wait_prompt(score: Score, wait: int) -> Score:
    """Return what is heard at a wait, given by the index of its segment: a tone, and its words."""
    text = score.segments[wait].title
    total = max(RATE, spoken_frames(text, dict(score.spoken)) if score.spoken else 0)
    segment = Segment(0, total, "wait", "", None, text)
    return _little(score, segment, (Cue(0, "tone", 0, "done"), Cue(0, "say", 0, say=text)))


def _little(score: Score, segment: Segment, cues: tuple[Cue, ...]) -> Score:
    """Return a score of one segment, heard as the routine's own is."""
    little = Score(None, segment.title, (), (segment,), cues, segment.end)
    return replace(little, spoken=score.spoken, density=score.density, phrases=score.phrases)


def _title(score: Score, frame: int) -> str:
    """Return what is done from a frame on: a gap without words of its own is named by what it leads to."""
    for passage in score.passages[score.at(frame).passage :]:
        if passage.kind in ("work", "move", "rest"):
            return score.phrases.what(passage.title, passage.side if passage.kind == "work" else None).rstrip(".")
    return score.title
