"""Breaths in time: up to four phases each, every one with its own sound."""

from collections.abc import Iterator, Mapping
from typing import cast

from leanbreath.routine.action_word import ActionWord
from leanbreath.routine.basic_notations import decimal_text
from leanbreath.routine.vocabulary import Side
from leanbreath.routine.work import Breath, Pattern
from leanbreath.score.easing import ease
from leanbreath.score.part import Part, alternating_side
from leanbreath.score.phrases import Phrases
from leanbreath.score.score import Sound


def parts(work: Breath, done: int, first_side: Side | None) -> Iterator[Part]:
    """Yield the phases of each breath, numbered on from `done`."""
    for count, pattern in enumerate(work.breaths, done + 1):
        for phase, seconds in pattern.phases:
            yield Part("breath", seconds, phase, count, count, alternating_side(first_side, count), cast(Sound, phase))


def level(phase: str | None, progress: float) -> float:
    """Rise with the inhale, stay, fall with the exhale, stay."""
    return {"inhale": ease(progress), "hold": 1.0, "exhale": 1.0 - ease(progress), "rest": 0.0}[phase or "rest"]


def lung_level(work: Breath, phase: str | None, repetition: int, progress: float) -> float:
    """Return how full the lungs are, which is the pacer's level."""
    return level(phase, progress)


def pattern_words(pattern: Pattern) -> str:
    """Return the seconds of a breath in words: `in 4, hold 2, out 6, wait 2`."""
    names = {"inhale": "in", "hold": "hold", "exhale": "out", "rest": "wait"}
    return ", ".join(f"{names[phase]} {decimal_text(seconds)}" for phase, seconds in pattern.phases)


def pace(work: Breath, words: Mapping[str, ActionWord]) -> str:
    """Return the seconds of each breath in words; of a ramp, those of its ends."""
    first = pattern_words(work.pattern)
    return f"from {first} to {pattern_words(work.to)}" if work.to else first


def dose(work: Breath, phrases: Phrases) -> str:
    """Return the number of breaths in words."""
    return phrases.counted(phrases.breaths, work.repetitions)
