"""What a session is for, and what it therefore keeps when it is fitted: its raise, its closing drill, its lean."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from leanbreath.routine.model import DrillStep
from leanbreath.routine.vocabulary import SessionType

PULSE_SECONDS = Fraction(60)
"""How long the pulse is raised before a run."""

LIVELY = ("lean-skill", "mobility-dynamic", "raise")
"""Goals of the drills with which a warm-up may end."""

Steps = Mapping[str, DrillStep]
"""The drill steps of a routine by their numbers, in order."""


def kept_steps(kind: SessionType, steps: Steps) -> set[str]:
    """Return the steps that stay in every form even where they are optional.

    These are the last drill and the last lean drill; before a run also the raise, the last drill before the walk-out,
    and what moves a muscle after it was stretched.
    """
    kept = {*_last(steps, lambda step: True), *_last(steps, lambda step: step.drill.goal == "lean-skill")}
    if kind == "pre-run":
        kept.update(_last(steps, lambda step: step.drill.position != "walk"))
        kept.update(path for path, step in steps.items() if step.drill.goal == "raise")
        kept.update(_moved_after_stretch(steps))
    return kept


def shortest_seconds(kind: SessionType, step: DrillStep) -> Fraction:
    """Return below how many seconds a step isn't shortened, whatever its author allows; 0 if there is no such limit."""
    return PULSE_SECONDS if kind == "pre-run" and step.drill.goal == "raise" else Fraction(0)


def can_grow(kind: SessionType, path: str, steps: Steps) -> bool:
    """Return whether a step may get longer than written: before a run, no stretch does, nor the walk-out."""
    step = steps[path]
    has_timed_reps = step.work.kind == "reps" and any(cue.at.name is None for cue in step.cues)
    if kind != "pre-run":
        return not has_timed_reps
    last = _last(steps, lambda step: step.drill.position != "walk")
    is_walk_out = list(steps).index(path) > max((list(steps).index(each) for each in last), default=-1)
    return step.drill.stretch != "static" and not is_walk_out and not has_timed_reps


def _last(steps: Steps, matches: Callable[[DrillStep], bool]) -> tuple[str, ...]:
    return tuple(path for path, step in steps.items() if matches(step))[-1:]


def _moved_after_stretch(steps: Steps) -> Iterator[str]:
    """Yield the dynamic drills for a muscle that was stretched before them."""
    stretched: set[str] = set()
    for path, step in steps.items():
        if step.drill.stretch == "static":
            stretched.update(step.drill.targets)
        elif step.drill.stretch == "dynamic" and stretched & set(step.drill.targets):
            yield path
