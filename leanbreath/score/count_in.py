"""Short scores that a session splices in between parts of the routine: the count-in, and the prompt at a wait."""

from dataclasses import replace

from leanbreath.score.arrange import spoken_frames
from leanbreath.score.passage import Passage
from leanbreath.score.score import RATE, Cue, Score, Segment

RE_ENTRY_SECONDS = 3
"""After a pause or a jump, the count-in is 3, 2, 1."""


def count_in(score: Score, frame: int, seconds: int = RE_ENTRY_SECONDS) -> Score:
    """Return the count-in to a frame of a score: it says what comes, as fully as fits, and ticks its last seconds."""
    total = seconds * RATE
    forms = lead_in_texts(score, frame)
    lengths = dict(score.spoken)
    text = next((form for form in forms if spoken_frames(form, lengths) <= total), forms[-1])
    segment = Segment(0, total, "ready", "", None, _title(score, frame))
    ticks = [Cue(total - left * RATE, "tick", 0, "tick") for left in range(min(RE_ENTRY_SECONDS, seconds), 0, -1)]
    cues = sorted((Cue(0, "say", 0, say=text), *ticks), key=lambda cue: cue.at)
    return _short_score(score, segment, tuple(cues))


def lead_in_texts(score: Score, frame: int) -> tuple[str, ...]:
    """Return what the count-in to a frame may say, the longest text first; nobody is hurried into a rest."""
    phrases, passage = score.phrases, _passage_ahead(score, frame)
    what = phrases.short.format(what=_title(score, frame))
    if passage and passage.kind == "rest":
        return (what,)
    word = phrases.resume if frame else phrases.ready
    if passage and passage.set > 1 and _follows_wait(score, frame):
        what = phrases.set.format(set=passage.set, sets=passage.sets)
    return f"{word} {what}", what, word


def _follows_wait(score: Score, frame: int) -> bool:
    """Return whether a wait of no length leads to the set at a frame, so that its number has not been said."""
    index = score.at(frame).passage
    return score.passage_span(index)[0] == frame and index > 0 and score.passages[index - 1].kind == "wait"


def wait_prompt(score: Score, wait: int) -> Score:
    """Return the prompt at a wait, given the index of its segment: a tone, then its words."""
    text = score.segments[wait].title
    total = max(RATE, spoken_frames(text, dict(score.spoken)) if score.spoken else 0)
    segment = Segment(0, total, "wait", "", None, text)
    return _short_score(score, segment, (Cue(0, "tone", 0, "done"), Cue(0, "say", 0, say=text)))


def _short_score(score: Score, segment: Segment, cues: tuple[Cue, ...]) -> Score:
    """Return a score of one segment, in the voice of the routine's score."""
    short = Score(None, segment.title, (), (segment,), cues, segment.end)
    return replace(short, spoken=score.spoken, density=score.density, phrases=score.phrases)


def _title(score: Score, frame: int) -> str:
    passage = _passage_ahead(score, frame)
    if passage is None:
        return score.title
    return score.phrases.what(passage.title, passage.side if passage.kind == "work" else None).rstrip(".")


def _passage_ahead(score: Score, frame: int) -> Passage | None:
    """Return the passage at a frame, or the next one that has a name of its own; None after the last."""
    ahead = score.passages[score.at(frame).passage :]
    return next((passage for passage in ahead if passage.kind in ("work", "move", "rest")), None)
