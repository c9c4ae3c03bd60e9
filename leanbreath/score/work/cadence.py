"""Cadence in time: one segment a step, feet in turn, breaths counted in steps where the author asks for it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from leanbreath.routine.vocabulary import Side
from leanbreath.routine.work import Cadence
from leanbreath.score.easing import ease
from leanbreath.score.part import Part, alternating_side
from leanbreath.score.score import Sound


def parts(work: Cadence, done: int, feet: Side | None) -> Iterator[Part]:
    """Yield each step, counted on from `done`; feet take turns, left first unless told otherwise."""
    edges = (*work.starts, work.seconds)
    for count, (start, end) in enumerate(pairwise(edges), done + 1):
        side = alternating_side(feet or "left", count)
        phase, breath, opens = _breathing(work.breath, count)
        sound = cast(Sound, phase) if phase and opens else side
        yield Part("beat", end - start, phase, count, breath, side, sound, None, opens)


def _breathing(breath: tuple[int, int] | None, step: int) -> tuple[str | None, int | None, bool]:
    if breath is None:
        return None, None, True
    count, within = divmod(step - 1, sum(breath))
    phase = "inhale" if within < breath[0] else "exhale"
    return phase, count + 1, within in (0, breath[0])


def level(phase: str | None, way: float) -> float:
    """Spring up and down with each step."""
    return ease(1.0 - abs(2.0 * way - 1.0))
