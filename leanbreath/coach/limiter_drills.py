"""Replaces drills for what passed with drills for a runner's main limiters."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from leanbreath.coach.limiter_words import limiter_words
from leanbreath.coach.limiters import LimiterScore, main_limiters
from leanbreath.coach.material import Material
from leanbreath.routine.model import BothSides, Drill, DrillStep, Include, Move, Repeat, Routine, Step
from leanbreath.routine.position_families import POSITION_FAMILIES
from leanbreath.routine.substitution import with_substitutions

READY_SECONDS, SWITCH_SECONDS = Fraction(12), Fraction(8)
"""The least time to get ready for a drill that replaces another, and to change sides in it."""

LASTING_GOALS = ("raise", "rest", "transition", "lean-skill")
"""The goals of drills that a session never goes without."""


class Replacement(NamedTuple):
    """A drill that replaces another, for a limiter."""

    old: Drill
    new: Drill
    limiter: LimiterScore

    @property
    def note(self) -> str:
        """What was changed and why, in a sentence."""
        first = limiter_words(self.limiter.limiter)
        return f"{self.new.title} instead of {_in_sentence(self.old.title)}: {first} first."


def limiter_drills(
    routine: Routine, report: Sequence[LimiterScore], material: Material, out: Collection[str]
) -> tuple[Replacement, ...]:
    """Return which drills of a routine to replace for the main limiters, the most important first.

    Only drills for what was assessed and passed are replaced, by drills of the same kind in the same family of
    positions that need nothing more and are not among those `out`; nothing is done twice.
    """
    present = {drill.drill for drill in routine.drills()}
    free = _replaceable(routine, report, material)
    replacements: list[Replacement] = []
    for limiter, new in _wanted(routine, report, material):
        if new.drill in present or new.drill in out:
            continue
        old = next((drill for drill in free if _can_replace(new, drill, routine)), None)
        if old is not None:
            replacements.append(Replacement(old, new, limiter))
            free = [drill for drill in free if drill != old]
            present.add(new.drill)
    return tuple(replacements)


def with_replacements(routine: Routine, replacements: Iterable[Replacement]) -> Routine:
    """Return a routine with drills replaced, and time to get into the place of each."""
    drills = {each.old.drill or "": each.new for each in replacements}
    changed = with_substitutions(routine, drills)
    names = frozenset(each.drill for each in drills.values())
    return replace(changed, steps=tuple(_with_time(step, names) for step in changed.steps))


def _with_time(step: Step, drills: frozenset[str | None]) -> Step:
    match step:
        case DrillStep() if step.drill.drill in drills:
            ready, switch = max(step.ready, READY_SECONDS), max(step.switch, SWITCH_SECONDS)
            return replace(step, ready=ready, switch=switch if step.sides == "each" else step.switch)
        case Repeat() | BothSides() | Include():
            return step._replace(steps=tuple(_with_time(each, drills) for each in step.steps))
    return step


def _wanted(
    routine: Routine, report: Sequence[LimiterScore], material: Material
) -> Iterator[tuple[LimiterScore, Drill]]:
    """Yield the drills for the main limiters, first those to begin with; before a run, those for that."""
    main = main_limiters(report)
    if routine.kind == "pre-run":
        names = [(score, name) for score in main for name in score.pre_run]
    else:
        first = [(score, name) for score in main for name in score.first_choice]
        names = first + [(score, name) for score in main for name in score.drills]
    for score, name in dict.fromkeys(names):
        if drill := material.suited_drill(name):
            yield score, drill


def _replaceable(routine: Routine, report: Sequence[LimiterScore], material: Material) -> list[Drill]:
    """Return the drills that help only with what passed, optional ones first."""
    passed = {score.limiter for score in report if score.terms and not score.points}
    always = set(chain.from_iterable(material.limiters.always.values()))
    found = [
        drill
        for drill in routine.drills()
        if drill.drill and drill.drill not in always and drill.goal not in LASTING_GOALS
        if drill.helps and passed.issuperset(drill.helps)
    ]
    optional = {step.drill.drill for _, step in _placed_steps(routine.steps) if step.optional}
    return sorted(found, key=lambda drill: drill.drill not in optional)


def _can_replace(new: Drill, old: Drill, routine: Routine) -> bool:
    """Return whether a drill can be done where another is."""
    needs = {need for drill in routine.drills() for need in drill.needs}
    if new.work is None or new.position is None or old.position is None or not needs.issuperset(new.needs):
        return False
    if (new.stretch == "static") != (old.stretch == "static") or new.safety_class > old.safety_class:
        return False
    if POSITION_FAMILIES[new.position] != POSITION_FAMILIES[old.position]:
        return False
    places = [before for before, step in _placed_steps(routine.steps) if step.drill.drill == old.drill]
    return new.position == old.position or not any(isinstance(before, Move) for before in places)


def _placed_steps(steps: Sequence[Step], before: Step | None = None) -> Iterator[tuple[Step | None, DrillStep]]:
    """Yield each drill step with the step before it: a move there says how to get into its position."""
    for step in steps:
        if isinstance(step, DrillStep):
            yield before, step
        elif isinstance(step, Repeat | BothSides | Include):
            yield from _placed_steps(step.steps, before)
        before = step


def _in_sentence(title: str) -> str:
    return title[:1].lower() + title[1:]
