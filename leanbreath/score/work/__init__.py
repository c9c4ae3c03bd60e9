"""How each kind of work is laid out in time and how the pacer moves with it; a new kind is one file and a line here."""

from collections.abc import Callable, Iterator
from typing import Any

from leanbreath.routine.vocabulary import Side
from leanbreath.score.part import Part
from leanbreath.score.passage import Passage
from leanbreath.score.score import SegmentKind
from leanbreath.score.work import breath, cadence, reps, still

Layout = Callable[[Any, int, Side | None], Iterator[Part]]
Level = Callable[[str | None, float], float]

LAYOUTS: dict[str, Layout] = {
    "breath": breath.parts,
    "hold": still.hold,
    "time": still.time,
    "reps": reps.parts,
    "cadence": cadence.parts,
}

LEVELS: dict[SegmentKind, Level] = {
    "breath": breath.level,
    "rep": reps.level,
    "beat": cadence.level,
}


def parts(passage: Passage) -> tuple[Part, ...]:
    """Return the parts of a passage in order; what was added counts on from what was meant."""
    if passage.kind != "work":
        return (Part(passage.kind, passage.gap),)
    laid: list[Part] = []
    for work in passage.works:
        done = laid[-1].rep or 0 if laid else 0
        laid.extend(LAYOUTS[work.kind](work, done, passage.feet))
    return tuple(laid)


def level(kind: SegmentKind, phase: str | None, way: float) -> float:
    """Return how far the pacer stands out (0 to 1) when `way` (0 to 1) of a segment has passed."""
    shape = LEVELS.get(kind)
    return shape(phase, way) if shape else way
