"""Short scores that a session splices in between parts of the routine: the count-in, and the prompt at a wait."""

from dataclasses import replace

from leanbreath.score.arrange import spoken_frames
from leanbreath.score.introduction import Introduction, introduction
from leanbreath.score.score import RATE, Cue, Score, Segment

RE_ENTRY_SECONDS = 3
"""After a pause or a jump, the count-in is 3, 2, 1."""


def count_in(score: Score, frame: int, seconds: int = RE_ENTRY_SECONDS) -> Score:
    """Return the count-in to a frame of a score: it says what comes, as fully as fits, and ticks its last seconds.

    After a wait it lasts until a round or set is announced in full.
    """
    forms, lengths = lead_in_texts(score, frame), dict(score.spoken)
    words = _words_after_wait(score, frame)
    total = max(seconds, -(-spoken_frames(words.full, lengths) // RATE) if words else 0) * RATE
    text = next((form for form in forms if spoken_frames(form, lengths) <= total), forms[-1])
    segment = Segment(0, total, "ready", "", None, _title(score, frame))
    ticks = [Cue(total - left * RATE, "tick", 0, "tick") for left in range(min(RE_ENTRY_SECONDS, seconds), 0, -1)]
    cues = sorted((Cue(0, "say", 0, say=text), *ticks), key=lambda cue: cue.at)
    return short_score(score, segment, tuple(cues))


def lead_in_texts(score: Score, frame: int) -> tuple[str, ...]:
    """Return what the count-in to a frame may say, the longest text first; nobody is hurried into a rest."""
    phrases, index = score.phrases, _passage_ahead(score, frame)
    what = phrases.short.format(what=_title(score, frame))
    if index is not None and score.passages[index].kind == "rest":
        return (what,)
    word = phrases.resume if frame else phrases.ready
    texts = [what]
    if words := _words(score, frame):
        texts.insert(0, f"{words.place} {what}" if words.place else what)
    if words := _words_after_wait(score, frame):
        texts.insert(0, words.full)
    each = (form for text in texts for form in (f"{word} {text}", text))
    return tuple(dict.fromkeys((*each, word)))


def _words(score: Score, frame: int) -> Introduction | None:
    """Return what introduces the work at a frame, or after a gap there, if the frame isn't within the work.

    The first work of a score says it itself as it begins.
    """
    index = _passage_ahead(score, frame)
    if not index or score.passages[index].kind != "work" or frame > score.passage_span(index)[0]:
        return None
    return introduction(score.passages, index, score.phrases)


def _words_after_wait(score: Score, frame: int) -> Introduction | None:
    """Return what introduces the work at a frame if its round or set begins after a wait, where nothing is said."""
    index = _passage_ahead(score, frame)
    if not index or score.passages[index - 1].kind != "wait":
        return None
    words = _words(score, frame)
    return words if words and words.place else None


def wait_prompt(score: Score, wait: int) -> Score:
    """Return the prompt at a wait, given the index of its segment: a tone, then its words."""
    text = score.segments[wait].title
    total = max(RATE, spoken_frames(text, dict(score.spoken)) if score.spoken else 0)
    segment = Segment(0, total, "wait", "", None, text)
    return short_score(score, segment, (Cue(0, "tone", 0, "done"), Cue(0, "say", 0, say=text)))


def short_score(score: Score, segment: Segment, cues: tuple[Cue, ...]) -> Score:
    """Return a score of one segment, in the voice of the routine's score."""
    short = Score(None, segment.title, (), (segment,), cues, segment.end)
    return replace(short, spoken=score.spoken, density=score.density, phrases=score.phrases)


def _title(score: Score, frame: int) -> str:
    index = _passage_ahead(score, frame)
    if index is None:
        return score.title
    passage = score.passages[index]
    return score.phrases.what(passage.said_title, passage.side if passage.kind == "work" else None).rstrip(".")


def _passage_ahead(score: Score, frame: int) -> int | None:
    """Return the index of the passage at a frame, or of the next with a name of its own; None after the last."""
    ahead = range(score.at(frame).passage, len(score.passages))
    return next((index for index in ahead if score.passages[index].kind in ("work", "move", "rest")), None)
