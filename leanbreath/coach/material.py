"""The training material that the coach chooses from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from leanbreath.advice.rules import Rules
from leanbreath.routine.assessment import Assessment, Limiters
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.plan import Plan


@dataclass(frozen=True)
class Material:
    """Plans, assessments and limiters as values; routines and drills are read by id on demand."""

    plans: Mapping[str, Plan]
    routine: Callable[[str], Routine]
    drill: Callable[[str], Drill]
    assessments: Mapping[str, Assessment]
    limiters: Limiters
    rules: Rules
