"""Reps in time: each part ticks where it begins, and a part with a name of its own is called."""

from collections.abc import Iterator

from leanbreath.routine.vocabulary import Side
from leanbreath.routine.work import Reps
from leanbreath.score.easing import ease
from leanbreath.score.part import Part, alternating_side
from leanbreath.score.score import Sound

COMMON = (None, "there", "hold", "back")


def parts(work: Reps, done: int, feet: Side | None) -> Iterator[Part]:
    """Yield the parts of each rep, counted on from `done`."""
    for count in range(done + 1, done + work.number + 1):
        side = alternating_side(feet, count)
        for phase, seconds in work.parts:
            say = None if phase in COMMON else phase.replace("-", " ").capitalize() + "." if phase else None
            sound: Sound = side or "tick"
            yield Part("rep", seconds, phase, count, None, side, sound, say)


def level(phase: str | None, way: float) -> float:
    """Go there and come back; a part with a name of its own runs from start to end."""
    if phase is None:
        return ease(1.0 - abs(2.0 * way - 1.0))
    return {"there": ease(way), "hold": 1.0, "back": 1.0 - ease(way)}.get(phase, way)
