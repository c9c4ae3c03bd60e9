"""What a recording says where a session would stop for a key: how long it takes, and nothing about keys."""

from collections.abc import Iterable

from leanbreath.routine.work import OpenWork, Reps, Time, Work
from leanbreath.routine.work.hold import Hold
from leanbreath.score.dose import dose_text
from leanbreath.score.key_words import without_keys
from leanbreath.score.passage import Passage
from leanbreath.score.phrases import Phrases


def without_stops(passages: Iterable[Passage], phrases: Phrases) -> tuple[Passage, ...]:
    """Return passages of which none needs a key: each wait says how long it lasts, and open work has its length."""
    return tuple(_without_stop(each, phrases) for each in passages)


def _without_stop(passage: Passage, phrases: Phrases) -> Passage:
    if passage.kind == "wait":
        text = without_keys(passage.say or "")
        timed = phrases.timed_wait.format(length=phrases.length(passage.gap_seconds))
        return passage._replace(title=text or timed, say=f"{text} {timed}".strip())
    if isinstance(passage.work, OpenWork) and passage.work.is_open:
        return passage._replace(work=_timed(passage.work), spoken=_spoken(passage, passage.work, phrases))
    return passage


def _timed(work: Hold | Time | Reps) -> Work:
    return Hold(work.seconds) if isinstance(work, Hold) else Time(work.seconds)


def _spoken(passage: Passage, work: Hold | Time | Reps, phrases: Phrases) -> str:
    """Return a title with what the runner decides: the pace, or when it has been enough."""
    return passage.spoken if isinstance(work, Time) else f"{passage.said_title}, {dose_text(work, phrases)}"
