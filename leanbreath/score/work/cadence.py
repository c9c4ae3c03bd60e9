"""Cadence in time: one segment a step, feet in turn, breaths counted in steps if the author asks for it."""

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import cast

from leanbreath.routine.vocabulary import Side
from leanbreath.routine.work import Cadence
from leanbreath.score.easing import ease, ease_there_and_back
from leanbreath.score.part import Part, alternating_side
from leanbreath.score.phrases import Phrases
from leanbreath.score.score import Sound


def parts(work: Cadence, done: int, first_side: Side | None) -> Iterator[Part]:
    """Yield each step, numbered on from `done`; feet take turns, the left one first by default."""
    edges = (*work.starts, work.seconds)
    calls = _rate_calls(work, done)
    for count, (start, end) in enumerate(pairwise(edges), done + 1):
        side = alternating_side(first_side or "left", count)
        phase, breath, starts_phase = _breathing(work.breath, count)
        sound = cast(Sound, phase) if phase and starts_phase else side
        yield Part(
            "beat", end - start, phase, count, breath, side, sound, calls.get(count), count in calls, starts_phase
        )


def _rate_calls(work: Cadence, done: int) -> dict[int, str]:
    """Return what is called at the step from which each further rate holds: the rate."""
    firsts = accumulate((stage.steps for stage in work.stages), initial=done + 1)
    return {step: f"{round(stage.rate)}." for step, stage in list(zip(firsts, work.stages, strict=False))[1:]}


def _breathing(breath: tuple[int, int] | None, step: int) -> tuple[str | None, int | None, bool]:
    """Return the breath phase of a step, the number of the breath, and whether the phase starts with this step."""
    if breath is None:
        return None, None, True
    count, within = divmod(step - 1, sum(breath))
    phase = "inhale" if within < breath[0] else "exhale"
    return phase, count + 1, within in (0, breath[0])


def level(phase: str | None, progress: float) -> float:
    """Spring up and down with each step."""
    return ease_there_and_back(progress)


def lung_level(work: Cadence, phase: str | None, repetition: int, progress: float) -> float | None:
    """Return how full the lungs are if breaths are counted in steps."""
    return None if work.breath is None else stepped_lung_level(repetition - 1 + progress, *work.breath)


def stepped_lung_level(steps: float, steps_in: int, steps_out: int) -> float:
    """Return how full the lungs are (0 to 1) after some steps, breathing in for some and out for others."""
    within = steps % (steps_in + steps_out)
    return ease(within / steps_in) if within < steps_in else 1.0 - ease((within - steps_in) / steps_out)


def dose(work: Cadence, phrases: Phrases) -> str:
    """Return the length and the first rate in words."""
    return phrases.steps.format(length=phrases.length(work.seconds), rate=round(work.rate))
