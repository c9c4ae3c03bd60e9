"""Something easier in the same position, for a drill that hurts."""

from collections.abc import Iterable

from leanbreath.routine.model import Drill
from leanbreath.routine.position_families import POSITION_FAMILIES
from leanbreath.routine.vocabulary import Position

LOADS: dict[Position, int] = {"squat": 1, "split-stance": 1, "wall-lean": 2, "walk": 3, "jog": 4}
"""How much more than plain standing a position asks for; the others of a family ask for the same."""


def easier_drill(painful: Drill, candidates: Iterable[Drill]) -> Drill | None:
    """Return the first candidate that can replace a drill which hurts, or None.

    Candidates come with those first that the drill's author names.
    """
    return next((each for each in candidates if is_easier(each, painful)), None)


def is_easier(candidate: Drill, painful: Drill) -> bool:
    """Return whether a drill helps with the same limiter, and asks for no more, where the runner is.

    Nobody gets up or down for it, or fetches anything. It has no caution of the drill that hurts, since any of them may
    be why it hurts.
    """
    return (
        candidate.drill != painful.drill
        and _stays_in_place(candidate, painful)
        and not set(candidate.cautions) & set(painful.cautions)
        and candidate.safety_class <= painful.safety_class
        and candidate.stretch in ("none", painful.stretch)
        and _serves_the_same(candidate, painful)
    )


def _stays_in_place(candidate: Drill, painful: Drill) -> bool:
    """Return whether a drill is done in the same family of positions, in one that asks for no more."""
    before, after = painful.position, candidate.position
    if before is None or after is None or POSITION_FAMILIES[before] != POSITION_FAMILIES[after]:
        return False
    return LOADS.get(after, 0) <= LOADS.get(before, 0) and set(candidate.needs) <= set(painful.needs)


def _serves_the_same(candidate: Drill, painful: Drill) -> bool:
    """Return whether a drill helps with a limiter of the other, or is what its author names instead."""
    named = (painful.instead or {}).values()
    return candidate.drill in named or bool(set(candidate.helps) & set(painful.helps))
