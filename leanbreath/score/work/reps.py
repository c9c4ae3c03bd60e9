"""Reps in time: each part ticks as it begins, and a part with a name of its own is called."""

from collections.abc import Iterator

from leanbreath.routine.basic_notations import decimal_text
from leanbreath.routine.vocabulary import Side
from leanbreath.routine.work import Reps
from leanbreath.routine.work.rep_part import RepPart
from leanbreath.routine.work.reps import COMMON_PARTS
from leanbreath.score.easing import ease, ease_there_and_back
from leanbreath.score.part import Part, alternating_side
from leanbreath.score.phrases import Phrases, name_in_words
from leanbreath.score.score import Sound


def parts(work: Reps, done: int, first_side: Side | None) -> Iterator[Part]:
    """Yield the parts of each rep, numbered on from `done`; open reps are one part, since nothing counts them."""
    if work.is_open:
        yield Part("time", work.seconds)
        return
    for count in range(done + 1, done + work.count + 1):
        side = alternating_side(first_side, count)
        sound: Sound = side or "tick"
        for part in work.phases:
            yield Part("rep", part.seconds, part.name, count, None, side, sound, _call(part))
        if work.each is not None:
            yield Part("rep", work.each, None, count, None, side, sound)


def _call(part: RepPart) -> str | None:
    """Return what is spoken when a part begins: its own words, or its name if that isn't a common one."""
    return part.say or (None if part.name in COMMON_PARTS else f"{name_in_words(part.name)}.")


def level(phase: str | None, progress: float) -> float:
    """Go there and come back; a part with a name of its own runs from start to end."""
    if phase is None:
        return ease_there_and_back(progress)
    return {"there": ease(progress), "hold": 1.0, "back": 1.0 - ease(progress)}.get(phase, progress)


def pace(work: Reps) -> str:
    """Return the seconds of each part of a rep in words; empty if the pace is the runner's own."""
    if work.is_open:
        return ""
    return ", ".join(
        f"{decimal_text(seconds)} s {name.replace('-', ' ') if name else 'each'}" for name, seconds in work.parts
    )


def dose(work: Reps, phrases: Phrases) -> str:
    """Return the number of reps in words; with parts of their own names they are rounds."""
    count = phrases.counted(phrases.reps, work.count)
    return phrases.own_pace.format(dose=count) if work.is_open else count
