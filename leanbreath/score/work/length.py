"""Holds and free movement in time: one part each."""

from collections.abc import Iterator

from leanbreath.routine.vocabulary import Side
from leanbreath.routine.work import Hold, Time
from leanbreath.score.part import Part
from leanbreath.score.phrases import Phrases


def hold(work: Hold, done: int, first_side: Side | None) -> Iterator[Part]:
    """Yield the one part of a hold."""
    yield Part("hold", work.seconds)


def time(work: Time, done: int, first_side: Side | None) -> Iterator[Part]:
    """Yield the one part of free movement."""
    yield Part("time", work.seconds)


def dose(work: Hold | Time, phrases: Phrases) -> str:
    """Return the length in words, or until when open work lasts."""
    if work.is_open:
        return phrases.open_hold if isinstance(work, Hold) else phrases.open_time
    return phrases.length(work.seconds)
