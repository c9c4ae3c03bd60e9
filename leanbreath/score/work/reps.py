"""Reps in time: each part ticks as it begins, and a longer part with a name of its own is called in every rep."""

from collections.abc import Iterator, Mapping

from leanbreath.routine.action_word import ActionWord, part_action
from leanbreath.routine.basic_notations import decimal_text
from leanbreath.routine.vocabulary import Side
from leanbreath.routine.work import Reps
from leanbreath.routine.work.rep_part import RepPart
from leanbreath.routine.work.reps import COMMON_PARTS
from leanbreath.score.easing import ease, ease_there_and_back
from leanbreath.score.part import Part, alternating_side
from leanbreath.score.phrases import Phrases
from leanbreath.score.score import Sound

SHORTEST_CALLED = 2
"""Named parts of so many seconds or more are called in every rep; shorter ones in the first only."""


def parts(work: Reps, done: int, first_side: Side | None) -> Iterator[Part]:
    """Yield the parts of each rep, numbered on from `done`; open reps are one part, since nothing counts them."""
    if work.is_open:
        yield Part("time", work.seconds)
        return
    for count in range(done + 1, done + work.count + 1):
        side = alternating_side(first_side, count)
        sound: Sound = side or "tick"
        for part in work.phases:
            yield Part("rep", part.seconds, part.name, count, None, side, sound, part.say, _is_called(part))
        if work.each is not None:
            yield Part("rep", work.each, None, count, None, side, sound)


def _is_called(part: RepPart) -> bool:
    """Return whether a part is called in every rep: it has a name of its own, and there is time to hear it."""
    return part.name not in COMMON_PARTS and part.seconds >= SHORTEST_CALLED


def level(phase: str | None, progress: float) -> float:
    """Go there and come back; a part with a name of its own runs from start to end."""
    if phase is None:
        return ease_there_and_back(progress)
    return {"there": ease(progress), "hold": 1.0, "back": 1.0 - ease(progress)}.get(phase, progress)


def pace(work: Reps, words: Mapping[str, ActionWord]) -> str:
    """Return the seconds of each part of a rep in words; empty if the pace is the runner's own."""
    if work.is_open:
        return ""
    if work.each is not None:
        return f"{decimal_text(work.each)} s each"
    names = [part_action(part.name, words) for part in work.phases]
    parts = (f"{name} {decimal_text(part.seconds)} s".lstrip() for name, part in zip(names, work.phases, strict=True))
    return (", " if all(names) else ", then ").join(parts)


def dose(work: Reps, phrases: Phrases) -> str:
    """Return the number of reps in words."""
    count = phrases.counted(phrases.reps, work.count)
    return phrases.own_pace.format(dose=count) if work.is_open else count
