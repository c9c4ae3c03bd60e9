"""How long a body needs to get from one drill's place into another's: one table, by what changes most."""

from leanbreath.routine.position_families import POSITION_FAMILIES, Family
from leanbreath.routine.vocabulary import Need, Position
from leanbreath.score.passage import Passage

STANCE_SECONDS, LEG_SECONDS, LEVEL_SECONDS = 8, 10, 15
"""To change the stance, to change the leg or the knee, and to get up or down."""

FURNITURE: frozenset[Need] = frozenset({"wall", "chair", "step", "bed", "support", "partner", "band"})
"""What a runner has to go to, or to take up."""

UPRIGHT: frozenset[Family] = frozenset({"chair", "feet"})
"""Families between which nobody gets up from the floor."""


def change_seconds(before: Passage, after: Passage) -> int:
    """Return how many seconds it takes from the place of some work into that of other work; 0 for the same place.

    A drill without a position is taken to be where the other one is.
    """
    if _changes_level(before.position, after.position):
        return LEVEL_SECONDS
    if _changes_leg(before, after):
        return LEG_SECONDS
    is_known = before.position is not None and after.position is not None
    has_moved = before.position != after.position or _furniture(before) != _furniture(after)
    return STANCE_SECONDS if is_known and has_moved else 0


def _changes_level(before: Position | None, after: Position | None) -> bool:
    """Return whether somebody gets up or down."""
    if before is None or after is None:
        return False
    families = {POSITION_FAMILIES[before], POSITION_FAMILIES[after]}
    return len(families) > 1 and not families <= UPRIGHT


def _changes_leg(before: Passage, after: Passage) -> bool:
    """Return whether the other leg or knee has its turn, or one goes down."""
    if before.side and after.side and before.side != after.side:
        return True
    kneels = "half-kneel" in (before.position, after.position)
    return kneels and None not in (before.position, after.position) and before.position != after.position


def _furniture(passage: Passage) -> frozenset[Need]:
    return frozenset(passage.needs) & FURNITURE
