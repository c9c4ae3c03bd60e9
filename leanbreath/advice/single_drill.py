"""A routine of nothing but one drill."""

from fractions import Fraction

from leanbreath.routine.model import Drill, DrillStep, Move, Routine

MOVE, SWITCH, REST = Move("Get into position.", Fraction(8)), Fraction(5), Fraction(10)
"""The gaps of a single drill; the move gives time to announce it."""


def single_drill_routine(drill: Drill) -> Routine:
    """Return a routine of nothing but one drill."""
    assert drill.work is not None
    step = DrillStep(
        drill=drill,
        work=drill.work,
        sides=drill.sides,
        sets=drill.set_count,
        progression=drill.progression,
        switch=SWITCH,
        rest=REST if drill.rest is None else drill.rest,  # a routine's default gives it
        cues=drill.cues,
    )
    return Routine(id=drill.drill, title=drill.title, steps=(MOVE, step))
