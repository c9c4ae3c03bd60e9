"""The lengths in whole minutes that a routine is offered in."""

from fractions import Fraction
from math import ceil

from leanbreath.advice.routine_structure import LENGTHS
from leanbreath.advice.rules import Rules
from leanbreath.routine.model import Routine
from leanbreath.score.fit import fit_range

MINUTE = 60


def offered_minutes(routine: Routine, rules: Rules) -> tuple[int, ...]:
    """Return the whole minutes between the shortest and the longest form of a routine that LB032 and LB033 allow."""
    shortest, longest = fit_range(routine)
    if id := LENGTHS.get(routine.kind):
        shortest = max(shortest, Fraction(rules[id].limit("shortest")))
        longest = min(longest, Fraction(rules[id].limit("longest")))
    return tuple(range(ceil(shortest / MINUTE), int(longest // MINUTE) + 1))
