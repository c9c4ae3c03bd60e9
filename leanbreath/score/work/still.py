"""Holds and free time: one stretch each."""

from collections.abc import Iterator

from leanbreath.routine.vocabulary import Side
from leanbreath.routine.work import Hold, Time
from leanbreath.score.part import Part


def hold(work: Hold, done: int, feet: Side | None) -> Iterator[Part]:
    """Yield the one stretch of a hold."""
    yield Part("hold", work.seconds)


def time(work: Time, done: int, feet: Side | None) -> Iterator[Part]:
    """Yield the one stretch of free time."""
    yield Part("time", work.seconds)
