"""Breaths in time: four phases each, every one with its own sound."""

from collections.abc import Iterator
from typing import cast

from leanbreath.routine.vocabulary import Side
from leanbreath.routine.work import Breath
from leanbreath.score.easing import ease
from leanbreath.score.part import Part, alternating_side
from leanbreath.score.score import Sound


def parts(work: Breath, done: int, feet: Side | None) -> Iterator[Part]:
    """Yield the phases of each breath, counted on from `done`."""
    for count, pattern in enumerate(work.breaths, done + 1):
        for phase, seconds in pattern.phases:
            yield Part("breath", seconds, phase, count, count, alternating_side(feet, count), cast(Sound, phase))


def level(phase: str | None, way: float) -> float:
    """Rise with the inhale, stay, fall with the exhale, stay."""
    return {"inhale": ease(way), "hold": 1.0, "exhale": 1.0 - ease(way), "rest": 0.0}[phase or "rest"]
