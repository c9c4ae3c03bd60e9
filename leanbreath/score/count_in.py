"""Short scores that a session splices in between parts of the routine: the count-in, and the prompt at a wait."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from leanbreath.score.lead_in import lead_in
from leanbreath.score.score import RATE, Cue, Score, Segment
from leanbreath.score.speech_pace import FRAMES_A_PAUSE, spoken_frames

COUNT_IN_SECONDS = 5
"""The shortest count-in before the first step."""

RE_ENTRY_SECONDS = 3
"""After a pause in the same place, the count-in is 3, 2, 1."""

SECONDS_AFTER_WORDS = 1
"""How much longer than its words a count-in is that leads into a drill."""


def count_in(score: Score, frame: int, seconds: int = RE_ENTRY_SECONDS, is_entry: bool = False) -> Score:
    """Return the count-in to a frame of a score: it says what comes, and ticks its last seconds.

    `is_entry` says that the runner isn't in place yet. If work begins at the frame, the count-in then says all that
    leads into it, and lasts a second longer than that; else it says what fits into its seconds.
    """
    lines = lines_in_turn(score, _texts(score, frame, seconds, is_entry))
    end = lines[-1].at + spoken_frames(lines[-1].say or "", dict(score.spoken))
    needed = -(-end // RATE) + SECONDS_AFTER_WORDS if is_entry and _work_at(score, frame) is not None else 0
    total = max(seconds, needed) * RATE
    segment = Segment(0, total, "ready", "", None, _title(score, frame))
    ticks = [Cue(total - left * RATE, "tick", 0, "tick") for left in range(min(RE_ENTRY_SECONDS, seconds), 0, -1)]
    return short_score(score, segment, tuple(sorted((*lines, *ticks), key=lambda cue: cue.at)))


def count_in_texts(score: Score, frame: int) -> tuple[str, ...]:
    """Return every text that a count-in to a frame may say."""
    entry = _entry_texts(score, frame) if _work_at(score, frame) is not None else ()
    return tuple(dict.fromkeys((*entry, *_re_entry_texts(score, frame))))


def _texts(score: Score, frame: int, seconds: int, is_entry: bool) -> Sequence[str]:
    """Return what a count-in says: on entry to work everything, else what fits."""
    if is_entry and _work_at(score, frame) is not None:
        return _entry_texts(score, frame)
    texts, lengths = _re_entry_texts(score, frame), dict(score.spoken)
    choices = (texts, texts[-1:], texts[:1])
    fits = (each for each in choices if _spoken(each, lengths) <= seconds * RATE)
    return next(fits, texts[:1])


def _spoken(texts: Sequence[str], lengths: dict[str, int]) -> int:
    return sum(spoken_frames(text, lengths) for text in texts) + (len(texts) - 1) * FRAMES_A_PAUSE


def _entry_texts(score: Score, frame: int) -> tuple[str, ...]:
    """Return all that leads into the work at a frame."""
    index = _work_at(score, frame)
    assert index is not None
    words = (forms[0] for forms in lead_in(score.passages, index, score.phrases, is_alone=True))
    return (score.phrases.resume if frame else score.phrases.ready, *words)


def _re_entry_texts(score: Score, frame: int) -> tuple[str, ...]:
    """Return what is said when the runner continues where they were; nobody is hurried into a rest.

    A move that begins at the frame says its own words there.
    """
    phrases, index = score.phrases, _passage_ahead(score, frame)
    begin, what = phrases.resume if frame else phrases.ready, phrases.short.format(what=_title(score, frame))
    kind = score.passages[index].kind if index is not None else None
    if kind == "rest":
        return (what,)
    if kind == "move" and index is not None and score.passage_span(index)[0] == frame:
        return (begin,)
    return (begin, what)


def lines_in_turn(score: Score, texts: Sequence[str]) -> list[Cue]:
    """Return cues that say some texts one after the other."""
    lines, at, lengths = [], 0, dict(score.spoken)
    for text in texts:
        lines.append(Cue(at, "say", 0, say=text))
        at += spoken_frames(text, lengths) + FRAMES_A_PAUSE
    return lines


def outside_cues(score: Score) -> Iterator[Cue]:
    """Yield the lines that the count-ins of a score say if no key is pressed but where it stops.

    Those before it have negative frames; those after a wait, or open work without a gap after it, have the frame of its
    end and its segment.
    """
    if score.segments and not score.segments[0].is_stop:
        lead = count_in(score, 0, COUNT_IN_SECONDS, is_entry=True)
        yield from (cue._replace(at=cue.at - lead.total) for cue in lead.cues if cue.say)
    for index in score.stops:
        segment = score.segments[index]
        if _work_at(score, segment.end) not in (None, segment.passage) and segment.end < score.total:
            lead = count_in(score, segment.end, is_entry=True)
            yield from (cue._replace(at=segment.end, segment=index) for cue in lead.cues if cue.say)


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


def _work_at(score: Score, frame: int) -> int | None:
    """Return the index of the work that begins at a frame, or None."""
    index = _passage_ahead(score, frame)
    if index is None or score.passages[index].kind != "work" or score.passage_span(index)[0] != frame:
        return None
    return index
